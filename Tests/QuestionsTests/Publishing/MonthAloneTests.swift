import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite("Once a question is decided, the month alone remains")
struct MonthAloneTests {
    /// What the desk's file holds of two questions, one released and one declined, worked on at these times.
    private func rows(
        arriving first: Int = 0, minutes: Int = 0, between: Int = 1, deciding: Bool = true
    ) async throws -> [String] {
        var rows: [String] = []
        try await withDesk { open in
            open.clock.advance(days: first, minutes: minutes)
            let one = try await open.asked("How do I become a supervisor?").id
            open.clock.advance(minutes: minutes)
            let other = try await open.asked("Is Vexilbourne a good employer?").id
            open.clock.advance(days: between)
            try await open.redact("Vexilbourne", as: .employer, in: other)
            try await open.assign(one)
            open.clock.advance(days: between)
            let version = try await open.now(one).version
            try await open.desk.handBack(one, reason: "Not mine.", version: version, by: open.nerys)
            try await open.assign(one, to: open.desmond)
            try await open.answer(one, by: open.desmond)
            if deciding {
                try await open.release(one)
                try await open.decline(other)
            }
            // How long a step takes on the whole is kept apart from every question.
            rows = try await open.rows().filter { !$0.hasPrefix("wait:") }
        }
        return rows
    }

    @Test("Questions that came and were worked on at other days of the month leave the same rows")
    func days() async throws {
        let early = try await rows()
        #expect(early.contains { $0.contains("received=\"2026-09\"") || $0.contains("received=2026-09 ") })
        #expect(try await rows(arriving: 9, between: 2) == early)
        #expect(try await rows(arriving: 30) != early)
        for row in early where !row.hasPrefix("grdb_migrations") {
            #expect(row.firstMatch(of: /\d{4}-\d\d-\d\d|\d\d:\d\d/) == nil, "\(row)")
        }
    }

    @Test("While they are open the day is kept, and nothing finer")
    func minutes() async throws {
        let noon = try await rows(deciding: false)
        #expect(try await rows(minutes: 59, deciding: false) == noon)
        #expect(try await rows(arriving: 1, deciding: false) != noon)
        for row in noon where !row.hasPrefix("grdb_migrations") {
            #expect(row.firstMatch(of: /\d\d:\d\d|=\d{6,}/) == nil, "\(row)")
        }
    }

    @Test("A question that waited over the turn of the month keeps both months and no day")
    func turnOfTheMonth() async throws {
        try await withDesk { open in
            let id = try await open.asked("How do I become a supervisor?").id
            try await open.assign(id)
            open.clock.advance(days: 20)
            try await open.answer(id)
            try await open.release(id)
            #expect(try await open.now(id).received == "2026-09")
            #expect(try await open.desk.published(id)?.month.description == "2026-10")
            #expect(
                try await open.desk.history(of: id, for: open.yasmin).map(\.when) == ["2026-09", "2026-10", "2026-10"])
        }
    }

    @Test("The schema itself refuses a day on a decided question and a time on any")
    func schema() async throws {
        try await withDesk { open in
            try await open.published("How do I become a supervisor?")
            _ = try await open.asked("Is Vexilbourne a good employer?")
            for sql in [
                "UPDATE question SET received = '2026-09-15' WHERE step = 'published'",
                "UPDATE question SET received = '2026-09-15 12:00' WHERE step = 'received'",
                "UPDATE published SET month = '2026-09-15'",
            ] {
                await #expect(throws: DatabaseError.self, "\(sql)") {
                    try await open.desk.database.write { try $0.execute(sql: sql) }
                }
            }
        }
    }
}
