import Foundation
import LearningSpace
import Storage
import TestSupport
import Testing

struct StatementTests {
    private static let file = """
        Course name,Date completed,CPD hours,Supplier
        "Chairing, well",28/02/2026,1:30,Acme
        Ethics at work,2026-03-01,90 minutes,Acme
        Reading week,31/02/2026,2,
        =SUM(A1:A3),2026-03-02,1,Acme
        ,2026-03-03,1,Acme
        Ethics at work,1 March 2026,2,Acme
        "; rm -rf $(x)",2026-03-04,lots,Acme
        Too,2026-03-04,1,Acme,and,more
        Mentoring Sam,2026-03-05,,
        """

    private func outcomes(_ text: String, _ open: OpenJournal) async throws -> [Statement.Outcome] {
        try await open.journal.bring(try Statement(Data(text.utf8)), by: open.owner)
        return try #require(try await open.journal.waitingStatement(of: open.owner)).outcomes
    }

    @Test func `what is right is recorded, and each other row says what to mend`() async throws {
        try await withJournal { open in
            let outcomes = try await outcomes(Self.file, open)
            let said = outcomes.map { outcome -> String in
                switch outcome.content {
                case .new(let draft): "\(outcome.line) \(draft.title) \(draft.first) \(draft.amount?.typed ?? "-")"
                case .here: "\(outcome.line) here"
                case .twice(_, let line): "\(outcome.line) as \(line)"
                case .refused(let sentence): "\(outcome.line) \(sentence)"
                }
            }
            #expect(
                said == [
                    "2 Chairing, well 2026-02-28 1.5", "3 Ethics at work 2026-03-01 1.5",
                    "4 “31/02/2026” is no day. Write it as 2026-02-28 or 28/02/2026.",
                    "5 “=SUM(A1:A3)” is a formula. Save the table with values instead.", "6 It has no title.",
                    "7 as 3", "8 “lots” is no amount. Write a number such as 1.5, or leave it empty.",
                    "9 It has 6 fields, and the first row names 4. Mend its commas.", "10 Mentoring Sam 2026-03-05 -",
                ])
            #expect(try await open.journal.activities(of: open.owner).isEmpty, "nothing before it is taken in")
            _ = try await open.journal.takeIn(by: open.owner)
            let record = try await open.journal.activities(of: open.owner).map(\.draft.title)
            #expect(record == ["Mentoring Sam", "Ethics at work", "Chairing, well"])
            #expect(try await open.journal.takeIn(by: open.owner) == nil, "a second press records nothing")
        }
    }

    @Test func `the same file again records nothing twice`() async throws {
        try await withJournal { open in
            _ = try await outcomes(Self.file, open)
            _ = try await open.journal.takeIn(by: open.owner)
            let again = try await outcomes(Self.file, open)
            #expect(again.allSatisfy { if case .new = $0.content { false } else { true } })
        }
    }

    @Test func `what the columns mean is said once for files with the same names`() async throws {
        try await withJournal { open in
            let text = "Was,Wann;Wie\nA walk with Sam,2026-04-01\n"
            #expect(try await outcomes(text, open).count == 1)
            let reading = Statement.Reading(
                columns: [.title: 0, .first: 1], kind: .practice, unit: .hours, statedBy: "Acme Trust")
            #expect(try await open.journal.read(reading, by: open.owner))
            _ = try await open.journal.takeIn(by: open.owner)
            let first = try #require(try await open.journal.activities(of: open.owner).first)
            #expect(first.draft.kind == .practice)
            #expect((first.statedBy, first.draft.about) == ("Acme Trust", ""))
            try await open.journal.bring(
                try Statement(Data("was,wann;wie\nAnother,2026-04-02\n".utf8)), by: open.owner)
            let later = try #require(try await open.journal.waitingStatement(of: open.owner))
            #expect(later.isRemembered)
            #expect(later.reading == reading)
            try await open.journal.bring(try Statement(Data("was,wann;wie\nAnother,2026-04-02\n".utf8)), by: open.peer)
            #expect(try await open.journal.waitingStatement(of: open.peer)?.isRemembered == false, "each their own")
        }
    }

    @Test(arguments: [
        (Data("Title;Date\r\nCaf\u{E9};2026-01-02\r\n".utf8), "Café"),
        (
            Data([0x54, 0x69, 0x74, 0x6C, 0x65, 0x2C, 0x44, 0x61, 0x74, 0x65, 0x0A, 0x43, 0x61, 0x66, 0xE9, 0x2C])
                + Data("2026-01-02".utf8), "Café"
        ),
        ("Title\tDate\nCafé\t2026-01-02".data(using: .utf16) ?? Data(), "Café"),
        (Data("\u{FEFF}Title,Date\n\"Two\nlines\",2026-01-02".utf8), "Two lines"),
    ]) func `whatever wrote the file, its words are read`(file: Data, title: String) async throws {
        let statement = try Statement(file)
        let outcome = try #require(statement.outcomes(by: statement.guess, beside: []).first)
        guard case .new(let draft) = outcome.content else { throw CancellationError() }
        #expect(draft.title == title)
    }

    @Test(arguments: [
        ("", "This is no file of comma-separated values. Save your table as CSV and choose that."),
        ("PK\u{3}\u{4}\0\0", "This is no file of comma-separated values. Save your table as CSV and choose that."),
        ("Title,Date", "The file needs a row with the names of its columns, and a row for each activity."),
        (
            "Title,Date\n\"Never closed,1",
            "A quotation mark in the file is never closed. Save your table as CSV once more."
        ),
        (
            "A\n" + String(repeating: "b\n", count: 5_001),
            "The file has more than 5,000 rows. Save it with one year in each file."
        ),
        (
            String(repeating: "a", count: 4 << 20) + "b",
            "The file is larger than 4 MB. Save it with one year in each file."
        ),
    ]) func `what is no such file is refused whole`(text: String, sentence: String) {
        #expect(throws: Invalid("file", sentence)) { try Statement(Data(text.utf8)) }
    }

    @Test func `a file nobody takes in goes after a day, and with who brought it`() async throws {
        try await withJournal { open in
            _ = try await outcomes(Self.file, open)
            open.clock.advance(days: 1)
            try await open.journal.forgetOldStatements()
            #expect(try await open.journal.waitingStatement(of: open.owner) != nil)
            open.clock.advance(days: 1)
            try await open.journal.forgetOldStatements()
            #expect(try await open.journal.waitingStatement(of: open.owner) == nil)
            _ = try await outcomes(Self.file, open)
            try await open.journal.erase(everythingOf: open.owner)
            #expect(try await open.journal.waitingStatement(of: open.owner) == nil)
        }
    }
}
