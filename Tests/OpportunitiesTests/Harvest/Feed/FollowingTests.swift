import Foundation
import GRDB
import Outbound
import Storage
import TestSupport
import Testing
import TextSearch

@testable import Opportunities

@Suite("A feed")
struct FollowingTests {
    @Test("is followed page by page to its end, and from then on its end alone is asked for")
    func following() async throws {
        let source = try await ServedSource(.rpde)
        source.serve("/feed", FeedPages.page([FeedPages.updated("a", 1, "Walk dogs")], next: source.url("/feed?2")))
        source.serve("/feed?2", FeedPages.page([FeedPages.updated("b", 2, "Feed cats")], next: source.url("/feed?3")))
        source.serve("/feed?3", FeedPages.page([], next: source.url("/feed?3")))
        let first = try await source.harvest()
        #expect(source.requests() == ["/feed", "/feed?2", "/feed?3"])
        #expect(first.new == 2 && first.live == 2 && first.refused == 0)
        #expect(try await source.titles() == ["Feed cats", "Walk dogs"])

        source.clock.advance(hours: 1)
        let second = try await source.harvest()
        #expect(source.requests() == ["/feed?3"])
        #expect(second.new == 0 && second.changed == 0 && second.missing == 0)

        source.serve("/feed?3", FeedPages.page([FeedPages.updated("c", 3, "Hug trees")], next: source.url("/feed?4")))
        source.serve("/feed?4", FeedPages.page([], next: source.url("/feed?4")))
        source.clock.advance(hours: 1)
        #expect(try await source.harvest().new == 1)
        #expect(source.requests() == ["/feed?3", "/feed?4"])
        #expect(try await source.titles() == ["Feed cats", "Hug trees", "Walk dogs"])
    }

    @Test("goes on after an empty page that leads elsewhere: that is a filter, not the end")
    func filtered() async throws {
        let source = try await ServedSource(.rpde)
        source.serve("/feed", FeedPages.page([], next: source.url("/feed?2")))
        source.serve("/feed?2", FeedPages.page([FeedPages.updated("a", 1, "Walk dogs")], next: "/feed?3"))
        source.serve("/feed?3", FeedPages.page([], next: "?3"))
        #expect(try await source.harvest().new == 1)
    }

    @Test("takes what is newer than ours alone, and lets go of what it deletes")
    func newer() async throws {
        let source = try await ServedSource(.rpde)
        source.serve(
            "/feed",
            FeedPages.page(
                [
                    FeedPages.updated("a", 5, "Walk dogs"), FeedPages.updated("a", 4, "Walk wolves"),
                    FeedPages.updated("b", 6, "Feed cats"), FeedPages.updated("c", 6, "Hug trees"),
                ], next: source.url("/feed?2")))
        source.serve("/feed?2", FeedPages.page([], next: source.url("/feed?2")))
        try await source.harvest()
        #expect(try await source.titles() == ["Feed cats", "Hug trees", "Walk dogs"])

        source.clock.advance(hours: 1)
        source.serve(
            "/feed?2",
            FeedPages.page(
                [
                    FeedPages.updated("a", 3, "Walk foxes"), FeedPages.deleted("b", 7),
                    FeedPages.updated("c", 8, "Hug bushes"), FeedPages.updated("b", 6, "Feed lions"),
                ], next: source.url("/feed?5")))
        source.serve("/feed?5", FeedPages.page([], next: source.url("/feed?5")))
        let harvest = try await source.harvest()
        #expect(harvest.changed == 1 && harvest.withdrawn == 1)
        #expect(try await source.titles() == ["Hug bushes", "Walk dogs"])
        #expect(try await source.titles("trees") == [])
    }

    @Test("that stopped answering is followed from the page it had reached, and shows nothing before its end")
    func stopped() async throws {
        let source = try await ServedSource(.rpde)
        source.serve("/feed", FeedPages.page([FeedPages.updated("a", 1, "Walk dogs")], next: source.url("/feed?2")))
        source.serve("/feed?2", ServedSource.Answer(status: "503 Busy"))
        let sentence = await source.refusal()
        #expect(sentence == "SERVER/feed?2 answers 503, so it is left alone until 12:01 UTC on 15 September 2026.")
        #expect(try await source.titles() == [])

        source.serve("/feed?2", FeedPages.page([FeedPages.updated("b", 2, "Feed cats")], next: source.url("/feed?3")))
        source.serve("/feed?3", FeedPages.page([], next: source.url("/feed?3")))
        _ = source.requests()
        source.clock.advance(minutes: 2)
        // Another process, or this one after a restart.
        let restarted = try SeededCatalogue(source.clock.world, in: source.folder.folder)
        #expect(try await source.harvest(restarted.catalogue).new == 2)
        #expect(source.requests() == ["/feed?2", "/feed?3"])
        #expect(try await source.titles() == ["Feed cats", "Walk dogs"])
    }

    @Test("is read wholly again after more than 48 hours, and what it no longer has is marked")
    func away() async throws {
        let source = try await ServedSource(.rpde)
        source.serve(
            "/feed",
            FeedPages.page(
                [FeedPages.updated("a", 1, "Walk dogs"), FeedPages.updated("b", 2, "Feed cats")],
                next: source.url("/feed?2")))
        source.serve("/feed?2", FeedPages.page([], next: source.url("/feed?2")))
        try await source.harvest()
        _ = source.requests()
        source.clock.advance(hours: 49)
        source.serve("/feed", FeedPages.page([FeedPages.updated("b", 2, "Feed cats")], next: source.url("/feed?2")))
        let harvest = try await source.harvest()
        #expect(source.requests() == ["/feed", "/feed?2"])
        #expect(harvest.unchanged == 1 && harvest.missing == 1)
        let dogs = try #require(await source.folder.search(["q": "dogs"]).results.first)
        #expect(dogs.why.contains { $0.words == "not confirmed since 17 September 2026" })
    }

    @Test("whose server asks for a pause is left alone for as long, also after a restart")
    func patience() async throws {
        let source = try await ServedSource(.rpde)
        source.serve(
            "/feed", ServedSource.Answer(status: "429 Too Many Requests", headers: ["Retry-After: 1800"]))
        #expect(
            await source.refusal()
                == "SERVER/feed answers 429, so it is left alone until 12:30 UTC on 15 September 2026.")
        #expect(source.requests() == ["/feed"])
        source.clock.advance(minutes: 29)
        source.serve("/feed", FeedPages.page([FeedPages.updated("a", 1, "Walk dogs")], next: source.url("/feed?2")))
        source.serve("/feed?2", FeedPages.page([], next: source.url("/feed?2")))
        let restarted = try SeededCatalogue(source.clock.world, in: source.folder.folder)
        await #expect(throws: HarvestFailure.self) { try await source.harvest(restarted.catalogue) }
        #expect(source.requests() == [])
        source.clock.advance(minutes: 2)
        #expect(try await source.harvest(restarted.catalogue).new == 1)
    }

    @Test("that has nothing new costs one conditional request and no write, but for the first of a day")
    func unchanged() async throws {
        let source = try await ServedSource(.rpde)
        source.serve("/feed", FeedPages.page([FeedPages.updated("a", 1, "Walk dogs")], next: source.url("/feed?2")))
        source.serve("/feed?2", FeedPages.page([], next: source.url("/feed?2")), headers: [#"ETag: "end""#])
        try await source.harvest()
        _ = source.requests()
        let writes = {
            try await source.catalogue.database.writeWithoutTransaction { db in db.totalChangesCount }
        }
        for _ in 0..<3 {
            let before = try await writes()
            source.clock.advance(minutes: 15)
            #expect(try await source.catalogue.due() == ["served"])
            #expect(try await source.harvest().unchanged == 1)
            #expect(source.requests() == ["/feed?2"])
            #expect(try await writes() == before)
            #expect(try await source.catalogue.due() == [])
        }
        source.clock.advance(days: 1)
        let before = try await writes()
        try await source.harvest()
        #expect(try await writes() - before == 3)
        #expect(try await source.catalogue.report("served")?.lastGoodHarvest == Day("2026-09-16"))
        source.clock.advance(minutes: 15)
        try await source.harvest()
        #expect(try await writes() - before == 3)
        // Nor does a server without conditional requests make it write.
        source.serve("/feed?2", FeedPages.page([], next: source.url("/feed?2")))
        source.clock.advance(minutes: 15)
        try await source.harvest()
        let settled = try await writes()
        source.clock.advance(minutes: 15)
        try await source.harvest()
        #expect(try await writes() == settled)
        // What was confirmed so often is not read again from its beginning.
        _ = source.requests()
        for _ in 0..<4 {
            source.clock.advance(hours: 20)
            try await source.harvest()
        }
        #expect(source.requests() == ["/feed?2", "/feed?2", "/feed?2", "/feed?2"])
    }

    @Test("that is harvested by somebody else between our question and our turn is left to them")
    func overtaken() async throws {
        let source = try await ServedSource(.rpde)
        source.serve("/feed", FeedPages.page([FeedPages.updated("a", 1, "Walk dogs")], next: source.url("/feed?2")))
        source.serve("/feed?2", FeedPages.page([], next: source.url("/feed?2")))
        try await source.harvest()
        let known = try await source.catalogue.file.read { db in try HarvestState(db, "served") }
        let turn = Turn("served", source.clock.world)
        source.clock.advance(minutes: 15)
        source.serve("/feed?2", FeedPages.page([FeedPages.updated("b", 2, "Feed cats")], next: source.url("/feed?3")))
        source.serve("/feed?3", FeedPages.page([], next: source.url("/feed?3")))
        try await source.harvest()
        await #expect(throws: HarvestFailure.self) {
            try await turn.take(knowing: known, in: source.catalogue.file, source.clock.world)
        }
    }
}
