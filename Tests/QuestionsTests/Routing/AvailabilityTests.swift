import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct AvailabilityTests {
    @Test(
        "An absence has a first and a last day, in order and not over",
        arguments: [
            ("2026-09-20", "2026-09-25", [String]()), ("2026-09-01", "2026-09-15", []),
            ("2026-09-25", "2026-09-20", ["last"]), ("2026-09-01", "2026-09-14", ["last"]),
            ("", "", ["first", "last"]),
            ("2026-02-30", "2026-09-25", ["first"]), ("2026-09-20", "9999-12-31", ["last"]),
            ("soon", "25 September", ["first", "last"]),
        ])
    func days(first: String, last: String, wrong: [String]) throws {
        let today = try #require(Day("2026-09-15"))
        do {
            _ = try Absence(first: first, last: last, today: today)
            #expect(wrong.isEmpty)
        } catch {
            #expect(error.all.map(\.field) == wrong)
        }
    }

    @Test("Absences stand in order, the same first day changes the last, and a saved profile keeps them")
    func kept() async throws {
        try await withDesk { open in
            try await open.away(open.nerys, from: 20, days: 2)
            try await open.away(open.nerys, from: 5, days: 2)
            try await open.away(open.nerys, from: 5, days: 9)
            let profile = try Expert.Profile(headline: "Anew", about: "", topics: ["careers"])
            try await open.desk.save(profile, of: open.nerys)
            let today = open.clock.world.today
            #expect(try await open.desk.absences(of: open.nerys).map(\.last) == [today + 14, today + 22])
            try await open.desk.removeAbsence(from: today + 5, of: open.nerys)
            #expect(try await open.desk.absences(of: open.nerys).map(\.first) == [today + 20])
        }
    }

    @Test("What is over is shown to nobody and forgotten with the next that is written down")
    func over() async throws {
        try await withDesk { open in
            try await open.away(open.nerys, days: 2)
            open.clock.advance(days: 3)
            #expect(try await open.desk.absences(of: open.nerys).isEmpty)
            try await open.away(open.desmond, days: 2)
            #expect(try await open.rows("absence").count == 1)
        }
    }

    @Test(
        "Names are taken one a line, each once",
        arguments: [("Acme Ltd\r\n\r\n  Acme   Ltd \nBrindle", "Acme Ltd\nBrindle")])
    func names(typed: String, kept: String) throws { #expect(try Conflicts(typed).text == kept) }

    @Test("A name that would find everything, or is no name, is refused", arguments: ["a", "...", "ab\nAcme"])
    func noNames(typed: String) {
        #expect(throws: Invalid.self) { try Conflicts(typed) }
    }

    @Test("A topic's words come back as they were typed, in order, each once; the star stays")
    func topicWords() async throws {
        try await withDesk { open in
            try await open.desk.save(try TopicWords("salary,  cover   letter\nCV*, salary*,,"), of: "careers")
            #expect(try await open.desk.words(of: "careers").text == "CV*, cover letter, salary*")
            try await open.desk.save(try TopicWords(""), of: "careers")
            #expect(try await open.desk.words(of: "careers").text.isEmpty)
            try await open.desk.save(try TopicWords("x"), of: "nonsense")
        }
        #expect(throws: Invalid.self) { try TopicWords(String(repeating: "n", count: 61)) }
        #expect(throws: Invalid.self) { try TopicWords((0...1_000).map { "n\($0)" }.joined(separator: ",")) }
    }
}
