import GRDB
import Storage
import TestSupport
import Testing

@testable import Questions

/// The month alone is published: so the file must not keep the order in which a month's questions came out.
@Suite struct OrderOfReleaseTests {
    /// With 60 questions chance alone stays within ±.27 in 998 of 1,000 cases; the seed is fixed.
    @Test("Numbers do not follow the batches of a month")
    func numbers() async throws {
        try await withDesk { open in
            let texts = try await releaseDaily(60, open)
            let stored = try await open.desk.database.read {
                try String.fetchAll($0, sql: "SELECT text FROM published ORDER BY number")
            }
            #expect(abs(try kendallsTau(texts, stored)) < 0.27)
        }
    }

    @Test("The index is in one piece after each batch, and no page of the file is free")
    func index() async throws {
        try await withDesk { open in
            _ = try await releaseDaily(12, open)
            let (pieces, free) = try await open.desk.database.read { db in
                (
                    try Int.fetchOne(db, sql: "SELECT count(DISTINCT segid) FROM published_words_idx"),
                    try Int.fetchOne(db, sql: "PRAGMA freelist_count")
                )
            }
            #expect(pieces == 1)
            #expect(free == 0)
        }
    }

    /// One a batch, several batches a day, all in one month.
    private func releaseDaily(_ count: Int, _ open: OpenDesk) async throws -> [String] {
        var texts: [String] = []
        for number in 1...count {
            open.clock.advance(minutes: 5)
            texts.append("Question number \(number) of this one month?")
            _ = try await open.published(texts[number - 1])
        }
        return texts
    }
}
