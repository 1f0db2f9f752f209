import GRDB
import Opportunities
import Storage
import TestSupport
import Testing

/// What a feed's changes say of what they do not name: nothing, but for lines that all adverts of an organisation share.
@Suite("Changes alone")
struct ChangesAloneTests {
    private static func item(_ id: Int, _ modified: Int, gains: [String]) -> String {
        let rewards = gains.map { "\"\($0)\"" }.joined(separator: ",")
        return """
            {"state": "updated", "kind": "Activity", "id": "\(id)", "modified": \(modified), "data": {"type": "Activity",
             "id": "\(id)", "label": "Task \(id)", "organisation": {"name": "The Grove"}, "reward": [\(rewards)]}}
            """
    }

    /// Serves these as what came after the last page.
    private static func serve(_ items: [String], _ page: Int, from source: ServedSource) {
        let path = page == 0 ? "/feed" : "/feed?\(page)"
        source.serve(path, FeedPages.page(items, next: source.url("/feed?\(page + 1)")))
        source.serve("/feed?\(page + 1)", FeedPages.page([], next: source.url("/feed?\(page + 1)")))
        source.clock.advance(minutes: 30)
    }

    @Test("leave everything else as it is, however much that is")
    func others() async throws {
        let source = try await ServedSource(.rpde)
        Self.serve((0..<30).map { Self.item($0, $0 + 1, gains: []) }, 0, from: source)
        #expect(try await source.harvest().new == 30)
        Self.serve([Self.item(3, 40, gains: ["Joy"]), FeedPages.deleted("4", 41)], 1, from: source)
        let harvest = try await source.harvest()
        #expect(harvest.changed == 1 && harvest.withdrawn == 1 && harvest.missing == 0)
        let report = try #require(await source.catalogue.report("served"))
        #expect(report.live == 29 && report.notConfirmed == 0 && report.problem == nil)
    }

    @Test("that end too much are held like a whole harvest that lost it")
    func ends() async throws {
        let source = try await ServedSource(.rpde)
        Self.serve((0..<30).map { Self.item($0, $0 + 1, gains: []) }, 0, from: source)
        try await source.harvest()
        Self.serve((0..<10).map { FeedPages.deleted("\($0)", 40 + $0) }, 1, from: source)
        #expect(await source.refusal()?.hasPrefix("10 of the 30 opportunities we have from here are no longer") == true)
        #expect(try await source.catalogue.count() == 30)
    }

    @Test("mark the lines that all share once the odd advert goes, and no longer once another comes")
    func boilerplate() async throws {
        let source = try await ServedSource(.rpde)
        let alike = (0..<6).map { Self.item($0, $0 + 1, gains: ["Kindness", "Skill \($0)"]) }
        Self.serve(alike + [Self.item(6, 7, gains: ["Courage"])], 0, from: source)
        try await source.harvest()
        try await expect(source, marked: 0, indexed: 6)
        Self.serve([FeedPages.deleted("6", 8)], 1, from: source)
        try await source.harvest()
        try await expect(source, marked: 6, indexed: 0)
        Self.serve([Self.item(7, 9, gains: [])], 2, from: source)
        try await source.harvest()
        try await expect(source, marked: 0, indexed: 6)
        // One that had its own lines takes those of the others.
        Self.serve([Self.item(7, 10, gains: ["Kindness"])], 3, from: source)
        try await source.harvest()
        try await expect(source, marked: 7, indexed: 0)
    }

    private func expect(_ source: ServedSource, marked: Int, indexed: Int) async throws {
        let counts = try await source.catalogue.database.read { db in
            try [
                "SELECT count(*) FROM line WHERE boilerplate = 1",
                "SELECT count(*) FROM line WHERE boilerplate = 1 AND text = 'Kindness'",
                "SELECT count(*) FROM searchable WHERE gains LIKE '%Kindness%'",
            ].map { try Int.fetchOne(db, sql: $0) ?? 0 }
        }
        #expect(counts == [marked, marked, indexed])
    }
}
