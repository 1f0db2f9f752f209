import GRDB
import Testing

@testable import Questions

/// Every column that holds anything of a question, and why it may be there. A new column fails the test until its
/// reason stands here: it must neither name an asker, nor order them, nor tell a time finer than promised.
@Suite struct ColumnsTests {
    private static let allowed: [String: [String: String]] = [
        "question": [
            "id": "random, so that links say nothing of when or after what it came",
            "receipt": "SHA-256 of what the asker alone holds",
            "topic": "chosen by the asker from a list",
            "text": "what was asked",
            "step": "where the desk stands with it",
            "received": "the day while it is open, because the desk must see what waits; then the month",
            "version": "counts decisions of staff",
            "expert": "who was asked to answer",
            "reason": "why it was declined, for the asker",
        ],
        "redaction": [
            "question": "which question", "start": "place in the text", "length": "place in the text",
            "kind": "what kind of thing is hidden",
        ],
        "answer": ["question": "which question", "expert": "who wrote it", "text": "what the expert wrote"],
        "published": [
            "number": "given at release, for the index",
            "id": "the question's random id",
            "topic": "shown",
            "text": "the redacted text, the only one that is public",
            "month": "all that is told of when",
        ],
        "published_answer": ["question": "which page", "expert": "shown", "text": "shown"],
        "published_words": ["question": "the redacted text", "answer": "the published answer"],
        "decision": [
            "id": "random", "question": "which question", "version": "what staff decided on",
            "day": "the day while it is open; then the month", "person": "who on the staff", "act": "what they did",
            "note": "why; of a redaction the kind alone",
        ],
        "topic": ["slug": "data", "name": "data", "about": "data", "place": "their order"],
        "expert": ["person": "who answers", "headline": "shown", "about": "shown"],
        "expertise": ["person": "who answers", "topic": "what they answer"],
    ]

    @Test("The file has these columns and no others", arguments: allowed.keys.sorted())
    func columns(table: String) async throws {
        try await withDesk { open in
            let columns = try await open.desk.database.read { try $0.columns(in: table).map(\.name) }
            #expect(columns.sorted() == Self.allowed[table]?.keys.sorted())
        }
    }

    @Test("The file has these tables and no others, but for the index's own")
    func tables() async throws {
        try await withDesk { open in
            let tables = try await open.desk.database.read {
                try String.fetchAll($0, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            }
            let own = ["config", "content", "data", "docsize", "idx"].map { "published_words_" + $0 }
            #expect(tables == (Self.allowed.keys + own + ["grdb_migrations"]).sorted())
        }
    }

    @Test("What an asker writes has no rowid, no default and no trigger that could number or date it")
    func noHiddenOrder() async throws {
        try await withDesk { open in
            _ = try await open.asked("How do I become a supervisor?")
            let (defaults, triggers) = try await open.desk.database.read { db in
                (
                    try Row.fetchAll(db, sql: "SELECT name, dflt_value AS fixed FROM pragma_table_info('question')")
                        .compactMap { row in (row["fixed"] as String?).map { "\(row["name"] as String)=\($0)" } },
                    try String.fetchAll(db, sql: "SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger'")
                )
            }
            #expect(defaults == ["version=1"])
            #expect(triggers == ["decision"])
            for table in ["question", "redaction", "answer", "decision"] {
                await #expect(throws: DatabaseError.self) {
                    try await open.desk.database.read { _ = try Row.fetchAll($0, sql: "SELECT rowid FROM \(table)") }
                }
            }
        }
    }
}
