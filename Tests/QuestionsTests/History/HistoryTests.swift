import GRDB
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct HistoryTests {
    @Test("The history says who did what, in order, and why")
    func told() async throws {
        try await withDesk { open in
            let id = try await open.asked("Quentin asks how to become a supervisor.").id
            let question = try await open.redact("Quentin", in: id)
            try await open.desk.restore(spanAt: 0, in: id, version: question.version, by: open.alasdair)
            try await open.assign(id)
            try await open.answer(id)
            try await open.release(id)
            let history = try await open.desk.history(of: id, for: open.yasmin)
            #expect(history.map(\.act) == ["redacted", "restored", "assigned", "answered", "released"])
            #expect(history.map(\.person) == [open.yasmin, open.alasdair, open.yasmin, open.nerys, open.yasmin])
            #expect(history.map(\.note) == ["name", "", "", "", ""])
            #expect(try await open.desk.history(for: open.yasmin).count == 5)
            #expect(try await open.desk.history(for: open.yasmin, limit: 2).count == 2)
        }
    }

    @Test("What is refused is not written down")
    func refused() async throws {
        try await withDesk { open in
            let question = try await open.asked("How do I become a supervisor?")
            _ = try? await open.desk.assign(question.id, to: open.yasmin, version: 1, by: open.yasmin)
            _ = try? await open.desk.redact("absent", as: .name, in: question.id, version: 1, by: open.yasmin)
            _ = try? await open.desk.release(question.id, version: 1, by: open.yasmin)
            #expect(try await open.desk.history(for: open.yasmin).isEmpty)
        }
    }

    @Test("An asker's act is never in it")
    func askers() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            _ = try await open.asked("How do I become a supervisor?", receipt: receipt)
            _ = try await open.desk.standing(of: receipt)
            #expect(try await open.desk.history(for: open.yasmin).isEmpty)
        }
    }

    @Test(
        "Not even SQL changes, removes or replaces a line",
        arguments: [
            "DELETE FROM decision",
            "UPDATE decision SET person = randomblob(16)",
            "UPDATE decision SET question = randomblob(16)",
            "UPDATE decision SET act = 'released'",
            "UPDATE decision SET note = 'another reason'",
            "UPDATE decision SET version = version + 1",
            "UPDATE decision SET day = substr(day, 1, 7), note = 'another reason'",
            "UPDATE decision SET id = randomblob(16)",
            "UPDATE decision SET day = '2020-01-01'",
            "UPDATE decision SET day = '2020-01'",
            "REPLACE INTO decision SELECT id, question, version, day, person, 'released', note FROM decision",
            "INSERT OR REPLACE INTO decision SELECT id, question, version, day, randomblob(16), act, note FROM decision",
        ])
    func appendOnly(sql: String) async throws {
        try await withDesk { open in
            let id = try await open.assign(try await open.asked("How do I become a supervisor?").id).id
            for isDecided in [false, true] {
                if isDecided { try await open.decline(id) }
                let before = try await open.rows("decision")
                let error = await #expect(throws: DatabaseError.self) {
                    try await open.desk.database.write { try $0.execute(sql: sql) }
                }
                #expect(error?.message == "the history of decisions is append-only")
                #expect(try await open.rows("decision") == before)
            }
        }
    }
}
