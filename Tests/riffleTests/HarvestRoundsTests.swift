import ArgumentParser
import Foundation
import Logging
import Opportunities
import Outbound
import Storage
import TestSupport
import Testing

@testable import riffle

struct HarvestRoundsTests {
    @Test func `the clock harvests what is due, and leaves it alone until it is again`() async throws {
        try await withTemporaryFolder { folder in
            let clock = TestWorld()
            let options = try SharedOptions.parse(["--data", folder.path, "--home", Command.root.path])
            let rooms = try Rooms(try Settings(options), world: clock.world)
            let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            let rounds = HarvestRounds(rooms: rooms, way: WayOut(), tick: 1, logger: silent)
            try await rooms.catalogue.add(Source.seeds[0])
            await rounds.harvest()
            #expect(try await rooms.catalogue.count() == 90)
            #expect(try await rooms.catalogue.due().isEmpty)
            clock.advance(days: 2)
            #expect(try await rooms.catalogue.due() == ["doit"])
            await rounds.harvest()
            #expect(try await rooms.catalogue.report("doit")?.lastGoodHarvest == clock.world.today)
            // Nothing of files is asked for on the network.
            await rounds.lookAfterOld()
        }
    }

    @Test(
        "A progress bar says how many, how fast, and how long still",
        arguments: [
            (HarvestProgress(phase: .fetching, items: 5, refused: 0, share: nil), 0.5, "fetching 5 items"),
            (
                HarvestProgress(phase: .reading, items: 1_200, refused: 3, share: 0.5), 3.0,
                "reading ███████████████░░░░░░░░░░░░░░░ 1200 items, 3 refused, 400 a second, 3 s left"
            ),
            (
                HarvestProgress(phase: .writing, items: 10, refused: 0, share: 1), 2.0,
                "writing ██████████████████████████████ 10 items, 5 a second"
            ),
        ])
    func bar(progress: HarvestProgress, seconds: Double, line: String) {
        #expect(ProgressBar.line(progress, after: seconds) == line)
    }

    @Test func `a table can be looked at before it is a source, and an address of this machine is not fetched from`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let file = Command.root.appending(path: "seed-data/teamkinetic-Opportunity-data.csv").path
            let preview = try await Command.riffle("sources", "preview", "--format", "csv", file, in: folder)
            #expect(preview.code == 0)
            #expect(preview.output.contains("column “NAME”: read as title"))
            #expect(preview.output.contains("column “TAGS”: left alone"))
            #expect(preview.output.contains("refused, line 4: is marked as not to be published"))
            #expect(preview.output.contains("3 read, 2 live, 0 withdrawn by the source, 1 refused"))

            let added = try await Command.riffle(
                "sources", "add", "here", "--format", "rpde", "http://127.0.0.1:9/feed", in: folder)
            #expect(added.code == 0)
            let run = try await Command.riffle("harvest", "here", in: folder)
            #expect(run.code == 1)
            #expect(
                run.errors
                    == "Error: here: 127.0.0.1 leads to this machine or its private network, which is not fetched from.\n"
            )
            let report = try await Command.riffle("sources", "report", "here", in: folder)
            #expect(report.output.contains("problem: 127.0.0.1 leads to this machine or its private network"))
            let nothing = try await Command.riffle("sources", "accept", "here", in: folder)
            #expect(nothing.code == 1 && nothing.errors == "Error: No harvest of here is held.\n")
        }
    }
}
