import Foundation
import TestSupport
import Testing

/// What the command says to somebody for whom something has failed.
struct AtThreeInTheMorningTests {
    @Test(arguments: [
        ["doctor"], ["members", "list"], ["members", "password", "a@example.org"], ["sources", "list"],
        ["sources", "report", "doit"], ["sources", "accept", "doit"], ["search", "gardening"],
    ])
    func `a data folder that is not there is named, and none is made`(arguments: [String]) async throws {
        try await withTemporaryFolder { folder in
            let mistyped = folder.appending(path: "dta").path
            let run = try await Command.riffle(arguments + ["--data", mistyped], in: folder)
            #expect(run.code == 1)
            #expect(run.errors == "Error: There is no folder \(mistyped). Say with --data where the data is.\n")
            #expect(!FileManager.default.fileExists(atPath: mistyped))
        }
    }

    @Test func `a port that another program has is said in a sentence, and nothing else is`() async throws {
        try await withTemporaryFolder { folder in
            let port = try RunningRiffle.freePort()
            let first = try await RunningRiffle.start(in: folder.appending(path: "first"), port: port)
            let second = try await Command.riffle(
                ["serve", "--port", "\(port)"], in: folder.appending(path: "second"))
            await first.end(SIGTERM)
            #expect(second.code == 1)
            #expect(
                second.errors
                    == "Error: Another program listens on port \(port) of 127.0.0.1. Stop it, or choose another port with --port.\n"
            )
        }
    }

    @Test func `an address that this machine has not is said in a sentence`() async throws {
        try await withTemporaryFolder { folder in
            let run = try await Command.riffle(["serve", "--host", "192.0.2.1", "--port", "0"], in: folder)
            #expect(run.code == 1)
            #expect(run.errors.hasPrefix("Error: This machine has no address 192.0.2.1. Choose one it has with --host"))
        }
    }

    @Test func `a slip in a place is met with the place that was meant, without a page of usage`() async throws {
        try await withTemporaryFolder { folder in
            let run = try await Command.riffle("search", "gardening", "--near", "Birmingam", in: folder)
            #expect(run.code == 64)
            #expect(
                run.errors
                    == "Error: near: We do not know the place “Birmingam”. Try a town, a region or the first half of a postcode, like B3. Did you mean Birmingham?\n"
            )
        }
    }

    @Test func `the doctor names a source that failed and why`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await Command.riffle(
                "sources", "add", "larkfield", "--format", "rpde", "http://127.0.0.1:9/feed", in: folder)
            #expect(try await Command.riffle("harvest", "larkfield", in: folder).code == 1)
            let run = try await Command.riffle("doctor", in: folder)
            #expect(run.code == 1)
            #expect(run.output.contains("source   larkfield: never harvested, 0 live"))
            #expect(run.errors.contains("Source larkfield: 127.0.0.1 leads to this machine or its private network"))
            let report = try await Command.riffle("sources", "report", "larkfield", in: folder)
            #expect(report.lines.dropFirst().first?.hasPrefix("problem: 127.0.0.1") == true)
        }
    }
}
