import Foundation
import GRDB
import Opportunities
import Outbound
import Storage
import TestSupport
import Testing
import TextSearch

@Suite("A source on the network")
struct FreshnessTests {
    private static func item(_ number: Int, _ title: String? = nil) -> String {
        #"{"_id": {"$oid": "\#(number)"}, "activityDefinitionSubDocument": {"title": "\#(title ?? "Task \(number)")"}}"#
    }

    private static func file(_ numbers: some Sequence<Int>) -> String {
        "[\(numbers.map { item($0) }.joined(separator: ",\n"))]"
    }

    @Test("that has not changed costs one conditional request, and writes no opportunity")
    func unchanged() async throws {
        let source = try await ServedSource(.doit)
        source.serve("/feed", Self.file(1...3), headers: [#"ETag: "one""#])
        #expect(try await source.harvest().new == 3)
        let generation = try await source.catalogue.generation()
        source.clock.advance(days: 3)
        let again = try await source.harvest()
        #expect(again.unchanged == 3 && again.new == 0 && again.missing == 0 && again.read == 3)
        #expect(source.requests() == ["/feed", "/feed"])
        let report = try #require(await source.catalogue.report("served"))
        #expect(report.lastGoodHarvest == Day("2026-09-18"))
        #expect(try await source.catalogue.generation() == generation)
    }

    @Test(
        "keeps whatever has changed of an advert, alone",
        arguments: [
            ("Walk dogs,Kennels,https://example.org/1", "Walk dogs,Kennels,https://example.org/2"),
            ("Walk dogs,Kennels,https://example.org/1", "Walk dogs,Cattery,https://example.org/1"),
            ("Walk dogs,Kennels,https://example.org/1", "Walk dogs,,"),
            ("Walk dogs,Kennels,https://example.org/1", "Walk cats,Kennels,https://example.org/1"),
        ])
    func part(before: String, after: String) async throws {
        let source = try await ServedSource(.csv)
        source.serve("/feed", "id,title,organisation,link\n1,\(before)")
        try await source.harvest()
        source.clock.advance(days: 1)
        source.serve("/feed", "id,title,organisation,link\n1,\(after)")
        #expect(try await source.harvest().changed == 1)
        let kept = try await source.catalogue.database.read { db in
            try String.fetchOne(
                db,
                sql: "SELECT title || ',' || coalesce(organisation, '') || ',' || coalesce(link, '') FROM opportunity")
        }
        #expect(kept == after)
    }

    @Test("shrinking by 70 % is held for a person, and what was there stays")
    func shrinking() async throws {
        let source = try await ServedSource(.doit)
        source.serve("/feed", Self.file(1...20))
        try await source.harvest()
        source.serve("/feed", Self.file(1...6))
        source.clock.advance(days: 1)
        #expect(
            await source.refusal()
                == "14 of the 20 opportunities we have from here are no longer in SERVER/feed, which is too many to believe. Nothing was changed: accept it if it is right, refuse it if it is a mistake."
        )
        #expect(try await source.catalogue.report("served")?.notConfirmed == 0)
        #expect(try await source.catalogue.report("served")?.held?.decision == .waiting)
        #expect(try await source.folder.search([:]).total == 20)

        #expect(try await source.catalogue.decide(.refused, on: "served"))
        source.clock.advance(days: 1)
        _ = await source.refusal()
        #expect(try await source.catalogue.report("served")?.held?.decision == .refused)

        #expect(try await source.catalogue.decide(.accepted, on: "served"))
        let harvest = try await source.harvest()
        #expect(harvest.missing == 14 && harvest.unchanged == 6)
        let report = try #require(await source.catalogue.report("served"))
        #expect(report.problem == nil && report.held == nil && report.notConfirmed == 14)
        // Missing is marked, never deleted.
        #expect(try await source.folder.search([:]).total == 20)
        #expect(try await source.catalogue.decide(.accepted, on: "served") == false)
    }

    @Test("that comes back after a collapse is taken in without a word")
    func recovered() async throws {
        let source = try await ServedSource(.doit)
        source.serve("/feed", Self.file(1...20))
        try await source.harvest()
        source.serve("/feed", Self.file(1...6))
        _ = await source.refusal()
        source.serve("/feed", Self.file(1...21))
        source.clock.advance(days: 1)
        #expect(try await source.harvest().new == 1)
        #expect(try await source.catalogue.report("served")?.problem == nil)
    }

    static let wrongs = [
        ("", "SERVER/feed is not JSON, or breaks off before its end. Nothing was changed."),
        ("[]", "SERVER/feed holds no items, so nothing was changed."),
        ("<!doctype html><p>Sorry", "SERVER/feed is not JSON, or breaks off before its end. Nothing was changed."),
        (#"{"error": "no"}"#, "SERVER/feed holds no list. Nothing was changed."),
        (
            String(file(1...20).dropLast(9)),
            "SERVER/feed is not JSON, or breaks off before its end. Nothing was changed."
        ),
        (
            "[\((0..<20).map { _ in item(1) }.joined(separator: ","))]",
            "19 of the 20 items in SERVER/feed repeat an earlier one, so nothing was changed. Tell its provider."
        ),
        (
            "[\((0..<20).map { _ in "{}" }.joined(separator: ","))]",
            "None of the 20 items in SERVER/feed can be read: 20 times, one has no id. Nothing was changed."
        ),
    ]

    @Test("that is empty, truncated, not what it claims or one item repeated changes nothing", arguments: wrongs)
    func wrong(body: String, sentence: String) async throws {
        let source = try await ServedSource(.doit)
        source.serve("/feed", Self.file(1...20))
        try await source.harvest()
        let before = try await source.catalogue.generation()
        source.clock.advance(days: 1)
        source.serve("/feed", body)
        #expect(await source.refusal() == sentence)
        #expect(try await source.catalogue.generation() == before)
        let problem = try await source.catalogue.report("served")?.problem
        #expect(problem?.replacing(source.url(""), with: "SERVER") == sentence)
    }

    @Test("is harvested by one process at a time, and by another once that is known to be dead")
    func turns() async throws {
        let source = try await ServedSource(.doit)
        source.serve("/feed", Self.file(1...3))
        let now = source.clock.world.now().timeIntervalSince1970
        try await source.catalogue.database.write { db in
            try db.execute(
                sql: "INSERT INTO turn (source, holder, until) VALUES ('served', 'somebody else', ?)",
                arguments: [now + 120])
        }
        #expect(
            await source.refusal()
                == "Another process harvests this source. Should it have been stopped, try again in 120 seconds.")
        #expect(source.requests() == [])
        #expect(try await source.catalogue.report("served")?.problem == nil)
        source.clock.advance(minutes: 2)
        #expect(try await source.harvest().new == 3)
    }

    @Test("harvested midway and stopped ends, run again, in the same catalogue")
    func stopped() async throws {
        let whole = try await ServedSource(.doit)
        let cut = try await ServedSource(.doit)
        for source in [whole, cut] { source.serve("/feed", Self.file(1...900)) }
        try await whole.harvest()
        let harvest = Task { [folder = cut.folder] in
            try await folder.catalogue.harvest("served", from: folder.folder, over: cut.way) { progress in
                if progress.phase == .writing { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        await #expect(throws: CancellationError.self) { try await harvest.value }
        let midway = try await cut.catalogue.count()
        #expect(midway > 0 && midway < 900)
        try await cut.harvest()
        #expect(try await cut.contents() == whole.contents())
    }
}
