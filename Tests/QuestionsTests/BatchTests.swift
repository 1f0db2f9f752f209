import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct BatchTests {
    @Test("Until the batch nobody at the desk sees what arrived, and no day of it is kept")
    func unseen() async throws {
        try await withDesk { open in
            let receipt = try await open.sent("How do I become a supervisor?")
            #expect(try await open.desk.queue(for: open.yasmin).isEmpty)
            #expect(try await open.desk.history(for: open.yasmin).isEmpty)
            let rows = try await open.rows()
            #expect(rows.contains { $0.hasPrefix("arrival:") })
            #expect(!rows.contains { $0.hasPrefix("question:") })
            for row in rows { #expect(row.firstMatch(of: /\d{4}-\d\d/) == nil, "\(row)") }
            open.clock.advance(days: 2)
            _ = try await open.desk.batch()
            let waiting = try #require(try await open.desk.queue(for: open.yasmin).first)
            #expect(waiting.received == open.clock.world.today)
            #expect(waiting.step == .received)
            #expect(try await open.standing(receipt).step == .received)
            #expect(try await !open.rows().contains { $0.hasPrefix("arrival:") })
        }
    }

    @Test("Ids are dealt at the batch: nothing in the file or of a receipt tells them before")
    func freshIDs() async throws {
        try await withDesk { open in
            let receipts = [
                try await open.sent("The first question of all?"), try await open.sent("And the second question?"),
            ]
            let before = try await open.rows()
            _ = try await open.desk.batch()
            for id in try await open.desk.queue(for: open.yasmin).map(\.id) {
                let bytes = id.bytes.map { String(format: "%02x", $0) }.joined()
                #expect(!before.joined().lowercased().contains(bytes))
                #expect(!receipts.contains { $0.hash.starts(with: id.bytes) })
            }
        }
    }

    @Test("After a batch the write-ahead log is empty, and so after the weekly rewrite")
    func emptied() async throws {
        try await withDesk { open in
            let log = open.folder.appending(path: "questions.sqlite-wal")
            func size() throws -> Int { try Data(contentsOf: log).count }
            try await open.sent("How do I become a supervisor?")
            #expect(try size() > 0)
            #expect(try await open.desk.batch() == Desk.Batch(hasEmptiedLog: true))
            #expect(try size() == 0)
            try await open.sent("How do I set my first price?")
            #expect(try await open.desk.vacuum() == Desk.Batch(hasEmptiedLog: true))
            #expect(try size() == 0)
            #expect(try await open.desk.batch().hasEmptiedLog)
            #expect(try await open.desk.queue(for: open.yasmin).count == 2)
        }
    }

    @Test("A long read puts off the emptying to the next batch, and the batch happens all the same")
    func busy() async throws {
        try await withDesk { open in
            try await open.sent("How do I become a supervisor?")
            var holdingOn = Configuration()
            holdingOn.allowsUnsafeTransactions = true
            let reader = try DatabaseQueue(
                path: open.folder.appending(path: "questions.sqlite").path, configuration: holdingOn)
            try await reader.writeWithoutTransaction { db in
                try db.execute(sql: "BEGIN; SELECT * FROM sqlite_master")
            }
            #expect(try await open.desk.batch() == Desk.Batch(hasEmptiedLog: false))
            #expect(try await open.desk.queue(for: open.yasmin).count == 1)
            try await reader.writeWithoutTransaction { db in try db.execute(sql: "COMMIT") }
            #expect(try await open.desk.batch() == Desk.Batch(hasEmptiedLog: true))
        }
    }

    @Test("A second batch finds nothing to do")
    func twice() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked("My manager Quentin never listens to me.", receipt: receipt).id
            try await open.redact("Quentin", in: id)
            try await open.assign(id)
            try await open.answer(id)
            try await open.approve(id)
            try await open.sent("How do I set my first price?")
            try await open.decide(.agree, receipt)
            try await open.decide(.exclude([open.desmond]), receipt)
            _ = try await open.desk.batch()
            let once = try await open.rows()
            _ = try await open.desk.batch()
            try await open.desk.forget()
            #expect(try await open.rows() == once)
            #expect(try await open.desk.browse(topic: nil, page: 1).total == 1)
        }
    }

    @Test("A batch that breaks off has not happened")
    func brokenOff() async throws {
        try await withDesk { open in
            for number in 1...5 { try await open.sent("Question number \(number) of this day?") }
            let before = try await open.rows()
            // Whatever comes fourth finds the door shut, as if the machine had stopped there.
            try await open.desk.database.write { db in
                try db.execute(
                    sql: """
                        CREATE TRIGGER broken BEFORE INSERT ON question WHEN (SELECT count(*) FROM question) = 3 BEGIN
                            SELECT RAISE(ABORT, 'broken off');
                        END
                        """)
            }
            await #expect(throws: DatabaseError.self) { try await open.desk.batch() }
            #expect(try await open.rows() == before)
            try await open.desk.database.write { try $0.execute(sql: "DROP TRIGGER broken") }
            _ = try await open.desk.batch()
            #expect(try await open.desk.queue(for: open.yasmin).count == 5)
        }
    }

    @Test("A topic under which something arrived stays")
    func topic() async throws {
        try await withDesk { open in
            try await open.sent("How do I become a supervisor?")
            #expect(try await open.desk.removeTopic("careers") == false)
        }
    }
}
