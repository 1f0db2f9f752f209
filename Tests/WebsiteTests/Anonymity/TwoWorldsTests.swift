import CSQLiteChance
import Foundation
import Measuring
import Questions
import Storage
import TestSupport
import Testing
import Website

/// Two worlds that differ in one thing: in one Mara asks, in the other Stefan, with the same words and the same luck.
/// Whatever is stored, logged or shown must be the same to the byte; then nothing of it can tell who asked.
///
/// SQLite's chance is one for the whole process, so these run alone (`bin/test` gives them a process of their own).
@Suite(.serialized)
struct TwoWorldsTests {
    @Test func `whether Mara or Stefan asked, every file, log and page is the same to the byte`() async throws {
        let (mara, stefan) = (try await OneWorld(asker: .mara), try await OneWorld(asker: .stefan))
        #expect(mara.moments.map(\.name) == OneWorld.moments)
        for (one, other) in zip(mara.moments, stefan.moments) { try one.expectSame(as: other) }
        #expect(zip(mara.log, stefan.log).allSatisfy(==) && mara.log.count == stefan.log.count)
        #expect(mara.log.count > 100)
    }

    @Test func `one hint of who asked, anywhere in the files, makes the worlds differ`() async throws {
        let (mara, stefan) = (
            try await OneWorld(asker: .mara, leavesHint: true), try await OneWorld(asker: .stefan, leavesHint: true)
        )
        #expect(mara.moments[1].files != stefan.moments[1].files)
    }
}

/// One run of a question's whole life.
private struct OneWorld {
    enum Asker { case mara, stefan }

    static let moments = ["before", "asked", "at the desk", "with an expert", "published", "long after"]

    private(set) var moments: [Moment] = []
    private(set) var log: [String] = []

    init(asker: Asker, leavesHint: Bool = false) async throws {
        sqlite_chance_follows_from(1)
        let recorder = Recorder()
        let (moments, pipe) = AsyncStream<Moment>.makeStream()
        try await withSite(logger: recorder.logger) { test in
            try await test.letMembersAsk()
            let site = try await WholeSite(test)
            func pause(at name: String, _ paths: [String] = []) async throws {
                // Files first: looking at pages may write down that a member was here.
                pipe.yield(Moment(name: name, files: try site.files(), pages: try await site.pages(and: paths)))
            }

            // Both draw, the same one first; only the asker's luck is the same in both worlds.
            var tokens: [String] = []
            for (who, person) in [(Asker.mara, test.cast.member), (.stefan, test.cast.stranger)] {
                let isAsker = who == asker
                let client = AskingClient(at: test, seed: isAsker ? 100 : 200)
                let browser = try #require(site.browser(of: person))
                let drawn = try await client.draw(in: browser)
                if isAsker { tokens = drawn.map(\.text) }
            }
            try await pause(at: "before")

            let client = AskingClient(at: test, seed: 300)
            let receipt = try await client.ask(
                "May I leave before the year is over?", spending: try .init(try #require(tokens.first)),
                in: test.browser())
            if leavesHint {
                try await test.site.directory.leaveHint(
                    of: asker == .mara ? test.cast.member.id : test.cast.stranger.id)
            }
            try await pause(at: "asked")

            let id = try #require(try await test.queue().first?.id)
            try await pause(at: "at the desk", ["/desk/\(id)"])

            _ = try await test.assigned()
            let standing = try await test.browser().request("POST", "/receipt", body: "receipt=\(receipt.text)")
            #expect(standing.text.contains("expert"))
            try await pause(at: "with an expert", ["/desk/\(id)", "/expert/\(id)"])

            try await test.answer(id, "You may, with the notice that your contract names.")
            try await test.release(id)
            try await pause(at: "published", ["/questions/\(id)", "/desk/\(id)"])

            test.world.advance(days: 92)
            try await test.layOutKey()
            try await test.site.desk.forget()
            try await test.site.desk.forgetEpochs()
            _ = try await test.site.desk.vacuum()
            try await pause(at: "long after", ["/questions/\(id)"])
        }
        pipe.finish()
        for await moment in moments { self.moments.append(moment) }
        // The port is the machine's choice.
        log = recorder.lines.filter { !$0.contains("listening") }.withoutDurations
    }
}

/// Everything there is to see at one moment.
private struct Moment: Sendable {
    let name: String
    let files: [String: Data]
    let pages: [String: String]

    func expectSame(as other: Moment) throws {
        #expect(files.keys.sorted() == other.files.keys.sorted())
        #expect(files.count >= 4)
        #expect(pages.count > 150)
        for (file, bytes) in files { #expect(bytes == other.files[file], "\(file) differs when \(name)") }
        for (page, text) in pages { #expect(text == other.pages[page], "\(page) differs when \(name)") }
    }
}
