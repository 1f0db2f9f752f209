import GRDB
import Testing

@testable import Questions

/// A new column fails the test until its reason stands in the inventory: it must neither name an asker, nor order them,
/// nor tell a time finer than promised.
@Suite struct InventoryTests {
    @Test("Every column of every table is in the inventory, once, and nothing else is")
    func complete() async throws {
        try await withDesk { open in
            let stored = try await open.desk.database.read { db in
                try String.fetchAll(
                    db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'published_words_%'"
                ).flatMap { table in try db.columns(in: table).map { "\(table).\($0.name)" } }
            }
            let listed = Desk.inventory.map { "\($0.table).\($0.column)" }
            #expect((stored + ["published_words_*.*"]).sorted() == listed.sorted())
            #expect(Set(listed).count == listed.count)
        }
    }

    @Test("Every field says what it is for and how long it is kept")
    func told() {
        #expect(Desk.inventory.allSatisfy { !$0.purpose.isEmpty && !$0.kept.isEmpty })
    }

    @Test("What an asker writes has no rowid, no default and no trigger that could number or date it")
    func noHiddenOrder() async throws {
        let asking = [
            "arrival", "pending_act", "pending_exclusion", "question", "redaction", "answer", "answer_source",
            "answer_draft", "clarification",
            "exclusion", "decision", "lease", "urgent", "alike",
        ]
        try await withDesk { open in
            try await open.sent("How do I become a supervisor?")
            for table in asking {
                let (defaults, triggers) = try await open.desk.database.read { db in
                    (
                        try String.fetchAll(
                            db, sql: "SELECT name FROM pragma_table_info(?) WHERE dflt_value IS NOT NULL",
                            arguments: [table]),
                        try String.fetchAll(
                            db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
                            arguments: [table])
                    )
                }
                #expect(defaults.isEmpty)
                #expect(triggers.isEmpty || table == "decision")
                await #expect(throws: DatabaseError.self) {
                    try await open.desk.database.read { _ = try Row.fetchAll($0, sql: "SELECT rowid FROM \(table)") }
                }
            }
        }
    }

    @Test("No column can hold a time finer than a day")
    func days() async throws {
        try await withDesk { open in
            _ = try await open.asked("How do I become a supervisor?")
            for column in ["received", "since", "until", "decided"] {
                for time in ["2026-09-15 12:00", "2026-09-15T12:00:00Z", "1789473600"] {
                    await #expect(throws: DatabaseError.self) {
                        try await open.desk.database.write {
                            try $0.execute(sql: "UPDATE question SET \(column) = ?", arguments: [time])
                        }
                    }
                }
            }
        }
    }
}
