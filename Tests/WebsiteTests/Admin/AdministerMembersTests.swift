import Members
import Questions
import Storage
import TestSupport
import Testing
import Website

struct AdministerMembersTests {
    @Test func `a role opens its pages at the next click, and closes them again`() async throws {
        try await withSite { test in
            let administrator = try await test.browser(of: test.cast.administrator)
            let member = try await test.browser(of: test.cast.member)
            try await administrator.open("/admin")
            try await administrator.follow("Mara Member")
            administrator.fill("roles", "member")
            administrator.tick("roles", "moderator")
            try await administrator.press("Save the roles")
            #expect(administrator.page.text.contains("Saved."))
            try await member.open("/desk")
            #expect(member.status == 200)
            administrator.fill("roles", "member")
            try await administrator.press("Save the roles")
            try await member.open("/desk")
            #expect(member.status == 403)
        }
    }

    @Test func `the last administrator stays`() async throws {
        try await withSite { test in
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.open("/admin/members/\(test.cast.administrator.id)")
            administrator.fill("roles", "member")
            try await administrator.press("Save the roles")
            #expect(administrator.status == 422)
            #expect(
                administrator.page.error(of: "roles")
                    == "Somebody has to stay administrator. Give the role to another member first.")
            try await administrator.open("/admin")
            #expect(administrator.status == 200)
        }
    }

    @Test func `who is no expert any more gives back what they hold`() async throws {
        try await withSite { test in
            let id = try await test.assigned()
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.open("/admin/members/\(test.cast.expert.id)")
            administrator.fill("roles", "member")
            try await administrator.press("Save the roles")
            #expect(!administrator.page.forms.contains { $0.has(button: "Save the profile") })
            #expect(try await test.site.desk.question(id, for: test.cast.moderator.id)?.step == .received)
            let reader = test.browser()
            try await reader.open("/experts")
            #expect(!reader.page.text.contains("Elin Expert"))
        }
    }

    @Test func `what is said of an expert is changed, and a mistake keeps what was typed`() async throws {
        try await withSite { test in
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.open("/admin/members/\(test.cast.expert.id)")
            administrator.fill("headline", "")
            administrator.fill("about", "Knows <both> sides.")
            administrator.fill("topics", "small-business")
            try await administrator.press("Save the profile")
            #expect(administrator.status == 422)
            #expect(administrator.page.error(of: "headline") == "Say in 1 to 120 characters what this expert does.")
            administrator.fill("headline", "Adviser")
            try await administrator.press("Save the profile")
            #expect(administrator.page.text.contains("Saved."))
            let reader = test.browser()
            try await reader.open("/experts")
            #expect(reader.page.text.contains("Elin Expert Adviser Knows <both> sides. Small business"))
        }
    }

    @Test(arguments: [
        ("not an address", "Write a whole e-mail address, like name@example.org."),
        ("mara.member@example.org", "A member has this address already."),
    ])
    func `an invitation needs an address that nobody has`(email: String, sentence: String) async throws {
        try await withSite { test in
            let administrator = try await test.browser(of: test.cast.administrator)
            try await administrator.open("/admin")
            administrator.fill("email", email)
            administrator.tick("roles", "expert")
            try await administrator.press("Make the invitation")
            #expect(administrator.status == 422)
            #expect(administrator.page.error(of: "email") == sentence)
            let form = try #require(administrator.page.forms.first { $0.has(button: "Make the invitation") })
            #expect(form.value("email") == email && form.value("roles") == "expert")
        }
    }

    @Test func `somebody who is not there has no page`() async throws {
        try await withSite { test in
            let administrator = try await test.browser(of: test.cast.administrator)
            let nobody = test.world.world.id(of: Person.self)
            for (method, path) in [("GET", ""), ("POST", "/roles"), ("POST", "/profile")] {
                let reply = try await administrator.request(
                    method, "/admin/members/\(nobody)\(path)", body: method == "GET" ? nil : "roles=member&headline=A")
                #expect(reply.status == 404)
            }
        }
    }
}
