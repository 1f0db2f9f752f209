import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct HiddenWordsTests {
    private static let text = """
        Quentin Zarquon of Vexilbourne Ltd shouts. QUENTIN zarquon shouts at me daily, \
        and vexilbourne ltd does nothing about Quentin.
        """

    private func redacted(_ open: OpenDesk, agreed: Bool = false) async throws -> Question {
        let receipt = Receipt(from: open.clock.world)
        let id = try await open.asked(Self.text, receipt: receipt).id
        try await open.redact("quentin zarquon", in: id)
        try await open.redact("Quentin", in: id)
        try await open.redact("  Vexilbourne LTD ", as: .employer, in: id)
        if agreed { try await open.bringIn(.agree, receipt) }
        return try await open.now(id)
    }

    @Test("Hidden words stand nowhere in what is published: not on the page, in lists, in search or in the index")
    func nowhere() async throws {
        try await withDesk { open in
            let id = try await redacted(open, agreed: true).id
            try await open.assign(id)
            try await open.answer(id)
            try await open.release(id)
            let page = try #require(try await open.desk.published(id))
            #expect(
                page.text == "[name] of [employer] shouts. [name] shouts at me daily, "
                    + "and [employer] does nothing about [name].")
            for hidden in ["quentin", "zarquon", "vexilbourne"] {
                #expect(try await open.found(hidden).isEmpty)
                for row in try await Self.publishedBytes(open) {
                    #expect(row.range(of: Data(hidden.utf8)) == nil, "\(hidden)")
                    // Stems and shared beginnings: the index may keep less than the word.
                    #expect(row.range(of: Data(hidden.prefix(5).utf8)) == nil, "\(hidden)")
                }
                #expect(try await !open.rows("decision").joined().lowercased().contains(hidden))
            }
            #expect(try await Self.publishedBytes(open).contains { $0.range(of: Data("shout".utf8)) != nil })
            #expect(try await open.found("shouts daily") == [id])
        }
    }

    @Test("A hidden span can be shown again until the release")
    func undo() async throws {
        try await withDesk { open in
            let question = try await redacted(open)
            let last = try #require(question.redactions.last)
            try await open.desk.restore(
                spanAt: last.bytes.lowerBound, in: question.id, version: question.version, by: open.yasmin)
            #expect(try await open.now(question.id).redacted.hasSuffix("does nothing about Quentin."))
            #expect(try await open.now(question.id).redacted.hasPrefix("[name] of [employer]"))
            await #expect(throws: Desk.Refusal.wordsNotFound) {
                try await open.desk.restore(
                    spanAt: last.bytes.lowerBound, in: question.id, version: question.version + 1, by: open.yasmin)
            }
        }
    }

    @Test(
        "Words that do not stand there, or are hidden already, change nothing",
        arguments: ["Nobody", "Zarquon", ""])
    func refused(words: String) async throws {
        try await withDesk { open in
            let question = try await redacted(open)
            let before = try await open.rows()
            await #expect(throws: Desk.Refusal.wordsNotFound) {
                try await open.desk.redact(
                    words, as: .place, in: question.id, version: question.version, by: open.yasmin)
            }
            #expect(try await open.rows() == before)
        }
    }

    /// Every value of every published table, the index's own included, in lower case, and the index's words.
    private static func publishedBytes(_ open: OpenDesk) async throws -> [Data] {
        try await open.desk.database.writeWithoutTransaction { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'published%'")
            #expect(tables.count == 12)
            let values = try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").flatMap(\.databaseValues)
            }
            try db.execute(
                sql: """
                    CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, published_words, row)
                    """)
            let words = try String.fetchAll(db, sql: "SELECT term FROM vocabulary").map { Data($0.utf8) }
            #expect(!words.isEmpty)
            return words
                + values.map { value in
                    switch value.storage {
                    case .blob(let data): Data(data.map { (65...90).contains($0) ? $0 + 32 : $0 })
                    default: Data("\(value)".lowercased().utf8)
                    }
                }
        }
    }
}
