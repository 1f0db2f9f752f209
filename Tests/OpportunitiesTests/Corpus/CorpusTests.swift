import Foundation
import GRDB
import Opportunities
import TestSupport
import Testing

@testable import Measuring

@Suite struct CorpusTests {
    private static func corpus(_ documents: Int, seed: UInt64 = 1, isLong: Bool = false, in folder: URL) async throws
        -> CorpusFolder
    {
        try await CorpusFolder(
            documents, isLong: isLong, seed: seed, in: folder,
            home: SeededCatalogue.seeds.deletingLastPathComponent())
    }

    private static func made(_ corpus: CorpusFolder) async throws -> [String] {
        try await corpus.catalogue.database.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT title || '|' || coalesce(organisation, '') || '|' || description || '|' || first_seen || '|'
                        || coalesce(withdrawn, '') || '|' || hex(id) || '|'
                        || (SELECT count(*) || coalesce(sum(latitude), '') FROM whereabouts WHERE opportunity = number)
                    FROM opportunity WHERE source = 'corpus' ORDER BY number
                    """)
        }
    }

    @Test("The same seed makes the same adverts, in a corpus of any size; another seed makes others")
    func repeatable() async throws {
        try await withTemporaryFolder { folder in
            let small = try await Self.made(try await Self.corpus(1_000, in: folder))
            let large = try await Self.made(try await Self.corpus(1_400, in: folder))
            let other = try await Self.made(try await Self.corpus(1_000, seed: 2, in: folder))
            #expect(small.count > 650)
            #expect(small == Array(large.prefix(small.count)))
            #expect(Set(small).isDisjoint(with: other))
        }
    }

    @Test("A corpus that is there is opened, not made again")
    func kept() async throws {
        try await withTemporaryFolder { folder in
            #expect(try await Self.corpus(1_000, in: folder).making != nil)
            let again = try await Self.corpus(1_000, in: folder)
            #expect(again.making == nil)
            #expect(try await again.catalogue.count() == 1_000)
        }
    }

    @Test("Shares and lengths are those counted in real listings")
    func shares() async throws {
        try await withTemporaryFolder { folder in
            let corpus = try await Self.corpus(4_000, in: folder)
            let own = "FROM opportunity WHERE source = 'corpus'"
            let counted: [(what: String, sql: String, range: ClosedRange<Double>)] = [
                ("withdrawn", "SELECT avg(withdrawn IS NOT NULL) \(own)", 0.05...0.1),
                ("remote", "SELECT avg(remote) \(own)", 0.15...0.21),
                ("ongoing", "SELECT avg(ends IS NULL) \(own)", 0.85...0.89),
                ("short", "SELECT avg(length(description) < 60) \(own)", 0.12...0.16),
                ("no place", "SELECT avg(remote = 0 AND \(none("whereabouts"))) \(own)", 0.03...0.08),
                ("no session", "SELECT avg(\(none("session"))) \(own)", 0.04...0.08),
                ("one session", "SELECT avg(\(count("session")) = 1) \(own)", 0.77...0.83),
                (
                    "repeats",
                    "SELECT 1 - count(DISTINCT title || '|' || coalesce(organisation, '')) * 1.0 / count(*) \(own)",
                    0.065...0.125
                ),
                (
                    "ten largest organisations",
                    "SELECT sum(n) FROM (SELECT count(*) * 1.0 / (SELECT count(*) \(own)) AS n \(own) GROUP BY organisation ORDER BY n DESC LIMIT 10)",
                    0.16...0.24
                ),
                (
                    "characters in four columns",
                    "SELECT avg(length(title || organisation || gains || needs || causes || text)) FROM searchable WHERE rowid > 341",
                    455...505
                ),
            ]
            for (what, sql, range) in counted {
                let value = try await corpus.catalogue.database.read { db in try Double.fetchOne(db, sql: sql) }
                #expect(range.contains(try #require(value)), "\(what): \(value ?? -1)")
            }
        }
    }

    private func none(_ table: String) -> String { "NOT EXISTS (SELECT 1 FROM \(table) WHERE opportunity = number)" }
    private func count(_ table: String) -> String { "(SELECT count(*) FROM \(table) WHERE opportunity = number)" }

    @Test("Long adverts are as long as real ones: a median of 880 characters, one in ten above 2,500")
    func long() async throws {
        try await withTemporaryFolder { folder in
            let corpus = try await Self.corpus(1_500, isLong: true, in: folder)
            let lengths = try await corpus.catalogue.database.read { db in
                try Int.fetchAll(
                    db, sql: "SELECT length(description) FROM opportunity WHERE source = 'corpus' ORDER BY 1")
            }
            #expect((780...980).contains(lengths[lengths.count / 2]))
            #expect((2_100...2_900).contains(lengths[lengths.count * 9 / 10]))
        }
    }

    @Test("Every third advert brings a word that no other has, and the most common word stands in most")
    func vocabulary() async throws {
        try await withTemporaryFolder { folder in
            let stock = try StockIndex(try await Self.corpus(3_000, in: folder))
            try await stock.database.read { db in
                try db.execute(sql: "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, stock, row)")
                let once = try Int.fetchOne(db, sql: "SELECT count(*) FROM temp.words WHERE doc = 1") ?? 0
                let most = try Int.fetchOne(db, sql: "SELECT doc FROM temp.words WHERE term = 'volunt'") ?? 0
                #expect(once > 1_000)
                #expect(most > 1_500)
            }
        }
    }

    @Test("Coined words of different ranks differ")
    func coined() {
        #expect(Set((0..<100_000).map(CoinedWord.spelled)).count == 100_000)
    }
}
