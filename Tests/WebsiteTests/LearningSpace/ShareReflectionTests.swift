import Foundation
import LearningSpace
import Storage
import TestSupport
import Testing
import Website

struct ShareReflectionTests {
    @Test func `a private reflection is behind every door as if it were not there`() async throws {
        try await withSite { test in
            let owner = try await test.browser(of: test.cast.member)
            let page = try await owner.beginReflection("My own affair", learn: "Nobody else's.")
            let id = try #require(page.split(separator: "/").last.map(String.init))
            let none = test.world.world.id(of: Reflection.self).description
            for person in [test.cast.stranger, test.cast.moderator, test.cast.administrator] {
                let browser = try await test.browser(of: person)
                for (method, path, body) in Self.doors {
                    let real = try await browser.request(method, path.replacing("ID", with: id), body: body)
                    let made = try await browser.request(method, path.replacing("ID", with: none), body: body)
                    #expect(real.status == 404, "\(method) \(path) for \(person.name)")
                    #expect(real.text == made.text && real.headers.count == made.headers.count, "\(method) \(path)")
                }
                for list in ["/shared", "/space"] {
                    try await browser.open(list)
                    #expect(!browser.page.text.contains("My own affair"))
                }
            }
            try await owner.open(page)
            #expect(owner.page.text.contains("Nobody else's."))
            #expect(owner.page.text.contains("None yet."))
        }
    }

    @Test func `shared with everyone, read by a stranger, withdrawn at once`() async throws {
        try await withSite { test in
            let owner = try await test.browser(of: test.cast.member)
            let page = try await owner.beginReflection("An evening", learn: "It rained on us.")
            owner.tick("stage", "learn")
            owner.fill("audience", "everyone")
            try await owner.press("Share")
            #expect(owner.page.text.contains("Seen by every member: Learn until 14 December 2026"))
            let stranger = try await test.browser(of: test.cast.stranger)
            try await stranger.open("/shared")
            try await stranger.follow("An evening")
            #expect(stranger.page.text.contains("by Mara Member open to you until 14 December 2026"))
            #expect(stranger.page.text.contains("It rained on us."))
            #expect(!stranger.page.forms.contains { $0.action.hasPrefix("/space") })
            let shared = stranger.path
            for path in [page + "/edit", page] where path != page {
                #expect(try await stranger.request("GET", path).status == 404)
            }
            #expect(try await stranger.request("POST", page, body: "title=Mine&version=1").status == 404)
            #expect(try await stranger.request("POST", page + "/delete", body: "").status == 404)

            try await owner.open("/space/shares")
            #expect(owner.page.text.contains("An evening Seen by every member: Learn until 14 December 2026"))
            try await owner.press("Withdraw")
            #expect(owner.page.text.contains("Withdrawn. Nobody else can see it any more."))
            try await stranger.open(shared)
            #expect(stranger.status == 404)
            try await stranger.open("/shared")
            #expect(!stranger.page.text.contains("An evening"))
        }
    }

    @Test func `shared by name, it opens for that person and no other, until its day`() async throws {
        try await withSite { test in
            let owner = try await test.browser(of: test.cast.member)
            let page = try await owner.beginReflection("An evening", learn: "It rained on us.")
            let shared = page.replacing("/space/reflections/", with: "/shared/")
            owner.tick("stage", "learn")
            owner.fill("audience", "named")
            owner.tick("person", test.cast.stranger.id.description)
            try await owner.press("Share")
            #expect(owner.page.text.contains("Seen by Stefan Stranger: Learn until"))
            let (named, other) = (
                try await test.browser(of: test.cast.stranger), try await test.browser(of: test.cast.expert)
            )
            #expect(try await named.request("GET", shared).status == 200)
            #expect(try await other.request("GET", shared).status == 404)
            test.world.advance(days: 91)
            let later = try await test.browser(of: test.cast.stranger)
            #expect(try await later.request("GET", shared).status == 404)
        }
    }

    @Test func `sharing with nobody is said, and what was ticked stays`() async throws {
        try await withSite { test in
            let owner = try await test.browser(of: test.cast.member)
            let page = try await owner.beginReflection("An evening", learn: "It rained on us.")
            try await owner.press("Share")
            #expect(owner.status == 422)
            #expect(
                owner.page.error(of: "audience")
                    == "Choose every member, a group, a link, or name at least one other person.")
            try await owner.post(page + "/shares", [("person", test.cast.stranger.id.description)])
            #expect(owner.status == 422)
            #expect(owner.page.forms.contains { $0.value("person") == test.cast.stranger.id.description })
            for person in ["nobody", test.cast.member.id.description, test.world.world.id(of: Person.self).description]
            {
                try await owner.post(page + "/shares", [("audience", "named"), ("person", person)])
                #expect(owner.status == 422, "\(person)")
            }
        }
    }

    /// Every address under which a reflection could be reached.
    private static let doors: [(String, String, String?)] = [
        ("GET", "/space/reflections/ID", nil), ("GET", "/space/reflections/ID/edit", nil), ("GET", "/shared/ID", nil),
        ("POST", "/space/reflections/ID", "title=Taken&version=1"),
        ("POST", "/space/reflections/ID", "title=&version=1"),
        ("POST", "/space/reflections/ID/delete", ""),
        ("POST", "/space/reflections/ID/shares", "audience=everyone&stage=learn"),
        ("POST", "/space/reflections/ID/shares", ""), ("POST", "/shared/ID/comments", "body=I+was+here"),
        ("POST", "/shared/ID/comments", "body="),
    ]
}
