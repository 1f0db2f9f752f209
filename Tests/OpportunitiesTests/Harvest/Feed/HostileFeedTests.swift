import Foundation
import GRDB
import Opportunities
import Outbound
import Storage
import TestSupport
import Testing
import TextSearch

@Suite("A hostile feed")
struct HostileFeedTests {
    /// Items that are broken, each with what is said of it.
    static let items = [
        (#"{"state": "updated", "kind": "Activity", "id": "x", "modified": 2}"#, "is “updated”, but has no data"),
        (#"{"state": "updated", "kind": "Activity", "modified": 2, "data": {}}"#, "has no id"),
        (#"{"state": "updated", "kind": "Activity", "id": "x", "data": {}}"#, "cannot be read at “modified”"),
        (#"{"state": "lost", "id": "x", "modified": 2, "data": {}}"#, "is neither “updated” nor “deleted”"),
        (#"{"state": "updated", "id": "x", "modified": 2, "data": 17}"#, "is “updated”, but has no data"),
        (#"{"state": "updated", "id": "x", "modified": 2, "data": {"label": ""}}"#, "has no title"),
        ("17", "cannot be read at “item”"), ("null", "cannot be read at “item”"),
    ]

    @Test("costs no more than its broken items", arguments: items)
    func broken(item: String, reason: String) async throws {
        let source = try await ServedSource(.rpde)
        source.serve(
            "/feed",
            FeedPages.page([FeedPages.updated("a", 1, "Walk dogs"), item], next: source.url("/feed?2"), licence: nil))
        source.serve("/feed?2", FeedPages.page([], next: source.url("/feed?2")))
        let harvest = try await source.harvest()
        #expect(harvest.new == 1 && harvest.refused == 1)
        let report = try #require(await source.catalogue.report("served"))
        #expect(report.refusals.map(\.reason) == [reason])
        #expect(try await source.titles() == ["Walk dogs"])
    }

    @Test("changes nothing while its pages make no sense, and its page says why in a sentence")
    func senseless() async throws {
        let source = try await ServedSource(.rpde)
        source.serve("/feed", FeedPages.page([FeedPages.updated("a", 1, "Walk dogs")], next: source.url("/feed?2")))
        source.serve("/feed?2", FeedPages.page([], next: source.url("/feed?2")))
        try await source.harvest()
        let items = [FeedPages.updated("b", 2, "Feed cats")]
        let pages = [
            ("", "The page SERVER/feed?2 is no JSON object, or breaks off before its end."),
            (
                "<html>Sorry</html>", "The page SERVER/feed?2 is no JSON object, or breaks off before its end."
            ),
            (
                String(FeedPages.page(items, next: source.url("/feed?3")).dropLast(60)),
                "The page SERVER/feed?2 is no JSON object, or breaks off before its end."
            ),
            (
                #"{"next": "\#(source.url("/feed?3"))", "items": {}}"#,
                "The page SERVER/feed?2 has no list under “items”."
            ),
            (#"{"items": []}"#, "The page SERVER/feed?2 does not say under “next” where the feed goes on."),
            (
                FeedPages.page(items, next: "file:///etc/passwd"),
                "The page SERVER/feed?2 says under “next” what is no address: “file:///etc/passwd”."
            ),
            (
                FeedPages.page(items, next: "http://elsewhere.example/feed"),
                "The page SERVER/feed?2 goes on at another host, elsewhere.example. If that is right, add the source again with the address there."
            ),
            (
                FeedPages.page(items, next: source.url("/feed?2")),
                "The page SERVER/feed?2 holds items and leads to itself."
            ),
        ]
        for (page, sentence) in pages {
            source.clock.advance(minutes: 30)
            source.serve("/feed?2", page)
            #expect(await source.refusal() == sentence)
            #expect(try await source.titles() == ["Walk dogs"])
            let problem = try await source.catalogue.report("served")?.problem
            #expect(problem?.replacing(source.url(""), with: "SERVER") == sentence)
        }
        source.serve("/feed?2", FeedPages.page(items, next: source.url("/feed?3")))
        source.serve("/feed?3", FeedPages.page([], next: source.url("/feed?3")))
        #expect(try await source.harvest().new == 1)
        #expect(try await source.catalogue.report("served")?.problem == nil)
    }

    @Test("that leads back to where it was is given up")
    func loop() async throws {
        let source = try await ServedSource(.rpde)
        source.serve("/feed", FeedPages.page([FeedPages.updated("a", 1, "Walk dogs")], next: source.url("/feed?2")))
        source.serve("/feed?2", FeedPages.page([FeedPages.updated("b", 2, "Feed cats")], next: source.url("/feed")))
        #expect(await source.refusal() == "The feed leads back to SERVER/feed, where it has been before.")
        #expect(try await source.titles() == [])
    }

    @Test("that goes round in ever new addresses is given up")
    func endless() async throws {
        let source = try await ServedSource(.rpde)
        source.serve("/feed", FeedPages.page([FeedPages.updated("a", 1, "Walk dogs")], next: source.url("/feed?1")))
        for page in 1...40 {
            let items = [FeedPages.updated("a", 1, "Walk dogs")]
            source.serve("/feed?\(page)", FeedPages.page(items, next: source.url("/feed?\(page + 1)")))
        }
        let sentence = await source.refusal()
        #expect(sentence == "The feed repeats itself: 20 pages up to SERVER/feed?20 hold nothing new.")
        #expect(try await source.titles() == [])
    }
}
