import Foundation
import Members
import Questions
import Storage
import Testing
import Website

struct AnswerQuestionsTests {
    @Test func `an expert gives a question back with a reason for the moderators`() async throws {
        try await withSite { test in
            let id = try await test.assigned()
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert/\(id)")
            expert.fill("reason", "No")
            try await expert.press("Give it back")
            #expect(expert.status == 422)
            #expect(expert.page.error(of: "reason") == "Tell the moderators why, in 5 to 500 characters.")
            expert.fill("reason", "I know the employer.")
            try await expert.press("Give it back")
            #expect(expert.page.text.contains("Given back to the moderators."))
            #expect(expert.page.text.contains("Nothing for you just now"))
            let moderator = try await test.browser(of: test.cast.moderator)
            try await moderator.open("/desk/\(id)")
            #expect(moderator.page.text.contains("Elin Expert: handed back I know the employer."))
        }
    }

    @Test func `an answer that is too short comes back with what was typed`() async throws {
        try await withSite { test in
            let id = try await test.assigned()
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert/\(id)")
            expert.fill("text", "\nYes & <no>.")
            try await expert.press("Send the answer")
            #expect(expert.status == 422)
            #expect(expert.page.error(of: "text") == "Write an answer of at least 20 characters.")
            #expect(expert.page.forms.contains { $0.value("text") == "\nYes & <no>." })
        }
    }

    @Test func `an answer can be changed until it is published`() async throws {
        try await withSite { test in
            let id = try await test.assigned()
            try await test.answer(id, "This is the first answer of two.")
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert/\(id)")
            #expect(expert.page.forms.contains { $0.value("text") == "This is the first answer of two." })
            expert.fill("text", "This is the second answer, and better.")
            try await expert.press("Send the answer")
            try await test.release(id)
            let reader = test.browser()
            try await reader.open("/questions/\(id)")
            #expect(reader.page.text.contains("This is the second answer, and better."))
            #expect(!reader.page.text.contains("first answer"))
        }
    }

    @Test func `an expert opens no question that is not with them`() async throws {
        try await withSite { test in
            let (held, waiting) = (try await test.assigned(), try await test.waitingQuestion())
            let other = try await test.browser(of: test.cast.both)
            for id in [held, waiting] {
                let reply = try await other.request("GET", "/expert/\(id)")
                #expect(reply.status == 404)
                #expect(!reply.text.contains("manager"))
            }
            for (path, body) in [
                ("answer", "text=I+answer+what+is+not+mine+to+answer"), ("return", "reason=Not+mine."),
            ] {
                for version in 1...3 {
                    let reply = try await other.request(
                        "POST", "/expert/\(held)/\(path)", body: body + "&version=\(version)")
                    #expect(reply.status == 409 || reply.status == 404, "\(path)")
                    #expect(!reply.text.contains("manager"), "\(path) shows a question that is not theirs")
                }
            }
            #expect(try await test.site.desk.assigned(to: test.cast.expert.id).map(\.id) == [held])
        }
    }

    @Test func `who loses the question while writing keeps the answer they wrote`() async throws {
        try await withSite { test in
            let id = try await test.assigned()
            let expert = try await test.browser(of: test.cast.expert)
            try await expert.open("/expert/\(id)")
            try await test.site.desk.assign(id, to: test.cast.both.id, version: 2, by: test.cast.moderator.id)
            expert.fill("text", "A long answer that took me the whole evening.")
            try await expert.press("Send the answer")
            #expect(expert.status == 409)
            #expect(expert.page.html.contains("A long answer that took me the whole evening."))
        }
    }

    @Test func `with the setting off, who is both expert and moderator answers but does not moderate`() async throws {
        try await withSite { test in
            let id = try await test.waitingQuestion()
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.open("/admin/settings")
            try await administrator.post("/admin/settings", [("name", "Riffle"), ("contact", "the desk")])
            #expect(administrator.page.text.contains("Saved."))
            let both = try await test.browser(of: test.cast.both)
            for path in ["/desk", "/desk/\(id)", "/desk/history"] {
                #expect(try await both.request("GET", path).status == 403)
            }
            #expect(try await both.request("POST", "/desk/\(id)/release", body: "version=1").status == 403)
            #expect(try await both.request("GET", "/expert").status == 200)
            let moderator = try await test.browser(of: test.cast.moderator)
            #expect(try await moderator.request("GET", "/desk").status == 200)
        }
    }
}
