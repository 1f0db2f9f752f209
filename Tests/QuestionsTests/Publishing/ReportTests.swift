import GRDB
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct ReportTests {
    private func draft(
        _ subject: Report.Subject = .question, _ reason: Report.Reason = .known, _ words: String = ""
    ) throws -> Report.Draft {
        try Report.Draft(subject: subject, reason: reason.rawValue, words: words)
    }

    @Test("A report says what and why, and neither who nor when")
    func stored() async throws {
        try await withDesk { open in
            let id = try await open.published("How do I become a supervisor?").id
            #expect(try await open.desk.report(try draft(.answer(by: open.nerys), .wrong, "Out of date."), on: id))
            let columns = try await open.desk.database.read { try $0.columns(in: "report").map(\.name) }
            #expect(columns == ["id", "question", "expert", "reason", "words", "upheld"])
            let page = try #require(try await open.desk.reported().first)
            #expect(page.subject == .answer(by: open.nerys))
            #expect(page.text == OpenDesk.answer)
            #expect(page.reports.map(\.words) == ["Out of date."])
            #expect(try await open.desk.history(for: open.yasmin).allSatisfy { !$0.act.contains("report") })
            await #expect(throws: DatabaseError.self) {
                try await open.desk.database.read { _ = try Row.fetchAll($0, sql: "SELECT rowid FROM report") }
            }
        }
    }

    @Test("The same said twice counts once; what is not there cannot be reported")
    func twice() async throws {
        try await withDesk { open in
            let id = try await open.published("How do I become a supervisor?").id
            for _ in 0..<3 { #expect(try await open.desk.report(try draft(), on: id)) }
            #expect(try await open.desk.report(try draft(.question, .unkind), on: id))
            #expect(try await open.desk.reported().map(\.reports.count) == [2])
            #expect(try await open.desk.countOfReported() == 1)
            #expect(try await !open.desk.report(try draft(.answer(by: open.desmond)), on: id))
            #expect(try await !open.desk.report(try draft(), on: open.clock.world.id()))
        }
    }

    @Test("A moderator decides on what they have seen; what came since stays, and the history tells it by the month")
    func decided() async throws {
        try await withDesk { open in
            let id = try await open.published("How do I become a supervisor?").id
            _ = try await open.desk.report(try draft(), on: id)
            let seen = try await open.desk.reported().flatMap(\.reports).map(\.id)
            _ = try await open.desk.report(try draft(.question, .other, "It names my town."), on: id)
            try await open.desk.dismiss(seen, note: "It does not.", by: open.yasmin)
            let left = try await open.desk.reported().flatMap(\.reports)
            #expect(left.map(\.words) == ["It names my town."])
            try await open.desk.markForTakeDown(left.map(\.id), note: "It does.", by: open.alasdair)
            #expect(try await open.desk.reported().map(\.isMarked) == [true])
            #expect(try await open.desk.countOfReported() == 0)
            let told = try await open.desk.history(of: id, for: open.yasmin).suffix(2)
            #expect(told.map(\.act) == ["dismissed a report", "marked for take-down"])
            #expect(told.map(\.note) == ["It does not.", "It does."])
            #expect(told.allSatisfy { $0.when == "2026-09" })
        }
    }

    @Test("What somebody else decided is gone, and nobody decides on a report of their own answer")
    func refused() async throws {
        try await withDesk { open in
            let id = try await open.published("How do I become a supervisor?").id
            _ = try await open.desk.report(try draft(.answer(by: open.nerys)), on: id)
            let reports = try await open.desk.reported().flatMap(\.reports).map(\.id)
            let desk = open.desk
            #expect(await open.outcome { try await desk.dismiss(reports, note: "", by: open.nerys) } == .ownWords)
            #expect(
                await open.outcome { try await desk.markForTakeDown(reports, note: "", by: open.nerys) } == .ownWords)
            try await desk.dismiss(reports, note: "", by: open.yasmin)
            #expect(await open.outcome { try await desk.dismiss(reports, note: "", by: open.yasmin) } == .gone)
            #expect(await open.outcome { try await desk.dismiss([], note: "", by: open.yasmin) } == .gone)
        }
    }

    @Test("A decision on a comment is written down once, with its day")
    func comments() async throws {
        try await withDesk { open in
            let (comment, report): (ID<Int>, ID<String>) = (open.clock.world.id(), open.clock.world.id())
            for _ in 0..<2 {
                try await open.desk.note(.removed, on: comment, key: report, note: "Unkind.", by: open.yasmin)
            }
            let history = try await open.desk.history(HistoryFilter(), for: open.yasmin, page: 1)
            #expect(history.entries.map(\.act) == ["removed a comment"])
            #expect(history.entries.map(\.when) == ["2026-09-15"])
            #expect(history.entries.allSatisfy { $0.place == nil })
        }
    }

    @Test("A report names what is wrong; “something else” says what")
    func checked() {
        #expect(throws: InvalidFields.self) { try Report.Draft(subject: .question, reason: "", words: "") }
        #expect(throws: InvalidFields.self) { try Report.Draft(subject: .question, reason: "other", words: " ") }
        #expect(throws: InvalidFields.self) {
            try Report.Draft(subject: .question, reason: "known", words: String(repeating: "a", count: 501))
        }
    }
}
