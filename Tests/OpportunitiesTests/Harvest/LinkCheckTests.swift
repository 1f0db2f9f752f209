import Foundation
import GRDB
import Outbound
import Storage
import TestSupport
import Testing
import TextSearch

@testable import Opportunities

@Suite("Links")
struct LinkCheckTests {
    private static func file(_ link: String) -> String {
        """
        [{"_id": {"$oid": "1"}, "externalApplyLink": "\(link)",
          "activityDefinitionSubDocument": {"title": "Walk dogs"}}]
        """
    }

    @Test("are looked at when new, weekly while they are good and daily once dead, and a dead one is said to be")
    func checked() async throws {
        let source = try await ServedSource(.doit)
        let link = source.url("/apply")
        source.serve("/feed", Self.file(link))
        source.serve("/apply", "Come!")
        try await source.harvest()
        _ = source.requests()
        #expect(try await source.catalogue.checkLinks(over: source.way) == 1)
        #expect(source.requests() == ["/apply"])
        source.clock.advance(days: 6)
        #expect(try await source.catalogue.checkLinks(over: source.way) == 0)

        source.clock.advance(days: 2)
        source.serve("/apply", ServedSource.Answer(status: "410 Gone"))
        #expect(try await source.catalogue.checkLinks(over: source.way) == 1)
        let dogs = try #require(await source.folder.search(["q": "dogs"]).results.first)
        #expect(dogs.freshness.linkDeadSince == Day("2026-09-23"))
        #expect(try await source.catalogue.opportunity(dogs.id)?.freshness.linkDeadSince == Day("2026-09-23"))
        #expect(try await source.catalogue.report("served")?.deadLinks == 1)

        source.clock.advance(days: 1)
        source.serve("/apply", ServedSource.Answer(status: "500 Oops"))
        #expect(try await source.catalogue.checkLinks(over: source.way) == 1)
        #expect(try await source.catalogue.report("served")?.deadLinks == 1)
        source.clock.advance(days: 1)
        source.serve("/apply", "Come!")
        #expect(try await source.catalogue.checkLinks(over: source.way) == 1)
        #expect(try await source.catalogue.report("served")?.deadLinks == 0)
    }

    @Test("are looked for without reading any table from end to end")
    func plans() async throws {
        let catalogue = try await SeededCatalogue.shared().catalogue
        let asked: [(sql: String, arguments: StatementArguments, step: String)] = [
            (Catalogue.dueSQL, [0, 10], "SEARCH link_check USING INDEX link_check_due (due<?)"),
            (Catalogue.newSQL, [10], "SEARCH passed_on USING INTEGER PRIMARY KEY (rowid>?)"),
            (
                Catalogue.shownSQL, ["https://example.org/a"],
                "SEARCH opportunity USING INDEX opportunity_link (link=?)"
            ),
        ]
        try await catalogue.file.read { db in
            for (sql, arguments, step) in asked {
                let plan = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: arguments)
                    .map { $0["detail"] as String }
                #expect(plan.contains(step), "\(plan)")
                // One row says how far the changes were looked through.
                let scans = plan.filter {
                    $0.hasPrefix("SCAN") && $0 != "SCAN link_progress" && $0 != "SCAN CONSTANT ROW"
                }
                #expect(scans == [] && !plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
            }
        }
    }

    @Test("are each looked at once, though many adverts have them, and no longer once nothing shows them")
    func shared() async throws {
        let source = try await ServedSource(.doit)
        let link = source.url("/apply")
        func offer(_ ids: Range<Int>) {
            let items = ids.map {
                #"{"_id": {"$oid": "\#($0)"}, "externalApplyLink": "\#(link)", "activityDefinitionSubDocument": {"title": "T\#($0)"}}"#
            }
            let over = #"{"_id": {"$oid": "0"}, "deleted": true}"#
            source.serve("/feed", "[\((items + (ids.lowerBound > 0 ? [over] : [])).joined(separator: ","))]")
        }
        source.serve("/apply", "Come!")
        offer(0..<9)
        try await source.harvest()
        #expect(try await source.catalogue.checkLinks(over: source.way) == 1)
        #expect(try await source.catalogue.checkLinks(over: source.way) == 0)
        offer(1..<9)
        source.clock.advance(days: 8)
        try await source.harvest()
        #expect(try await source.catalogue.checkLinks(over: source.way) == 1)
        try await source.catalogue.database.write { db in
            try db.execute(
                sql: "UPDATE opportunity SET withdrawn = '2026-12-01' WHERE link IS NOT NULL AND withdrawn IS NULL")
        }
        source.clock.advance(days: 20)
        #expect(try await source.catalogue.checkLinks(over: source.way) == 0)
        let left = try await source.catalogue.database.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM link_check")
        }
        #expect(left == 0)
    }

    @Test("of files are nobody's to ask for")
    func files() async throws {
        let seeded = try await SeededCatalogue.full()
        #expect(try await seeded.catalogue.checkLinks(over: .init()) == 0)
    }

    @Test("What is missing for sixty days is no longer found, and stays readable by its link")
    func longMissing() async throws {
        let source = try await ServedSource(.doit)
        let two = #"[{"_id": {"$oid": "1"}, "activityDefinitionSubDocument": {"title": "Walk dogs"}},"#
        let cats = #"{"_id": {"$oid": "2"}, "activityDefinitionSubDocument": {"title": "Feed cats"}}]"#
        source.serve("/feed", two + cats)
        try await source.harvest()
        let dogs = try #require(await source.folder.search(["q": "dogs"]).results.first).id
        source.serve("/feed", "[" + cats)
        source.clock.advance(days: 1)
        try await source.harvest()
        source.clock.advance(days: 59)
        #expect(try await source.catalogue.letGoOfTheLongMissing() == 0)
        source.clock.advance(days: 1)
        #expect(try await source.catalogue.letGoOfTheLongMissing() == 1)
        #expect(try await source.titles() == ["Feed cats"])
        #expect(try await source.catalogue.opportunity(dogs)?.title == "Walk dogs")
        source.serve("/feed", two + cats)
        source.clock.advance(days: 1)
        try await source.harvest()
        #expect(try await source.titles() == ["Feed cats", "Walk dogs"])
    }

    @Test("Sources are due when nobody has harvested them, and then when their pause is over")
    func due() async throws {
        let source = try await ServedSource(.doit)
        source.serve("/feed", Self.file("https://example.org/a"))
        #expect(try await source.catalogue.due() == ["served"])
        try await source.harvest()
        #expect(try await source.catalogue.due() == [])
        source.clock.advance(hours: 24)
        #expect(try await source.catalogue.due() == ["served"])
        source.serve("/feed", ServedSource.Answer(status: "500 Oops"))
        _ = await source.refusal()
        source.clock.advance(minutes: 9)
        #expect(try await source.catalogue.due() == [])
        source.clock.advance(minutes: 1)
        #expect(try await source.catalogue.due() == ["served"])
    }
}
