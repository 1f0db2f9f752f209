import Foundation
import Questions
import Storage
import Testing

@testable import Website

struct DecisionHistoryTests {
    private func open(_ test: TestSite) async throws -> (Browser, declined: ID<Question>) {
        let id = try await test.waitingQuestion()
        try await test.site.desk.decline(
            id, reason: "=HYPERLINK(\"https://example.org\") is not, \"for\" us", version: 1,
            by: test.cast.moderator.id)
        _ = try await test.waitingQuestion("Another question that has only just arrived.")
        _ = try await test.assigned()
        return (try await test.browser(of: test.cast.moderator), id)
    }

    @Test func `the history is narrowed by the form on it, which keeps what was chosen`() async throws {
        try await withSite { test in
            let (moderator, declined) = try await open(test)
            try await moderator.open("/desk/history")
            #expect(moderator.page.text.contains("2 decisions, the latest first"))
            moderator.fill("act", "declined")
            try await moderator.press("Show")
            #expect(moderator.page.text.contains("One decision"))
            let form = try #require(moderator.page.forms.first { $0.has(button: "Show") })
            #expect(form.value("act") == "declined")
            try await moderator.follow("Show everything")
            #expect(moderator.page.text.contains("2 decisions"))
            try await moderator.open("/desk/history?question=\(declined)")
            #expect(moderator.page.text.contains("One decision"))
            moderator.fill("note", "nothing like it")
            try await moderator.press("Show")
            #expect(moderator.page.text.contains("No decision fits"))
        }
    }

    @Test func `what cannot be looked for is said beside its box, and comes back`() async throws {
        try await withSite { test in
            let (moderator, _) = try await open(test)
            try await moderator.open("/desk/history?question=seven&note=paint")
            #expect(moderator.status == 422)
            #expect(moderator.page.error(of: "question")?.hasPrefix("A question’s name has 26 letters") == true)
            let form = try #require(moderator.page.forms.first { $0.has(button: "Show") })
            #expect(form.value("question") == "seven" && form.value("note") == "paint")
            for query in ["person=x", "act=x", "month=x"] {
                try await moderator.open("/desk/history?" + query)
                #expect(moderator.status == 422)
                #expect(try await moderator.request("GET", "/desk/history.csv?" + query).status == 400)
            }
        }
    }

    @Test func `the export holds what was narrowed to, and no cell that a spreadsheet would compute`() async throws {
        try await withSite { test in
            let (moderator, declined) = try await open(test)
            try await moderator.open("/desk/history?act=declined")
            let file = try #require(moderator.page.link("Save these as a table"))
            #expect(file == "/desk/history.csv?act=declined")
            let reply = try await moderator.request("GET", file)
            #expect(reply.headers["content-type"] == "text/csv; charset=utf-8; header=present")
            #expect(reply.headers["content-disposition"] == "attachment; filename=\"history.csv\"")
            #expect(
                reply.text == "\u{FEFF}When,Who,What,Note,Question\r\n2026-09,Mo Moderator,declined,"
                    + "\"'=HYPERLINK(\"\"https://example.org\"\") is not, \"\"for\"\" us\",\(declined)\r\n")
        }
    }

    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("=1+1", "'=1+1"), ("+44", "'+44"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"), ("\nx", "\"'\nx\""), ("＝1", "'＝1"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
        ("two\nlines", "\"two\nlines\""), ("a=b", "a=b"), ("=\u{301}1", "'=\u{301}1"),
    ])
    func `a cell shows what it holds and computes nothing`(text: String, cell: String) {
        #expect(CSV.cell(text) == cell)
    }
}
