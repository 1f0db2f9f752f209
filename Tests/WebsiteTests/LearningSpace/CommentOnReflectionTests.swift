import Foundation
import Testing

struct CommentOnReflectionTests {
    @Test func `a comment, a reply, and a tombstone where one was removed`() async throws {
        try await withSite { test in
            let (owner, peer, shared) = try await Self.shared(test)
            peer.fill("body", "What did <you> feel?\nI would have run.")
            peer.fill("stage", "learn")
            peer.fill("kind", "challenge")
            peer.fill("agree", "readers")
            try await peer.press("Send the comment")
            #expect(peer.page.text.contains("Your comment is there."))
            #expect(
                peer.page.text.contains("Between you and Mara Member, until they too agree that other readers see it."))
            #expect(peer.page.html.contains("<p class=\"pre\">What did &lt;you&gt; feel?\nI would have run.</p>"))
            #expect(peer.page.text.contains("Stefan Stranger on Learn challenge 15 September 2026"))
            let other = try await test.browser(of: test.cast.expert)
            try await other.open(shared)
            #expect(!other.page.text.contains("I would have run."))

            try await owner.open(owner.path)
            try await owner.press("Let other readers see it")
            #expect(owner.page.text.contains("Other readers see this too."))
            try await other.open(shared)
            #expect(other.page.text.contains("I would have run."))
            #expect(!other.page.text.contains("Other readers see this too."))
            try await owner.follow("Reply to Stefan Stranger")
            #expect(owner.page.text.contains("In reply to Stefan Stranger"))
            owner.fill("body", "I did run.")
            try await owner.press("Send the comment")
            #expect(owner.page.text.contains("What did <you> feel? I would have run. Reply to Stefan Stranger"))
            #expect(owner.page.text.contains("I did run. Reply to Mara Member"))

            try await peer.open(shared)
            try await peer.press("Remove it")
            #expect(peer.page.text.contains("The comment is removed."))
            #expect(peer.page.text.contains("Removed by its writer."))
            #expect(!peer.page.text.contains("What did <you> feel?"))
            #expect(peer.page.text.contains("I did run."))
        }
    }

    @Test func `an empty comment or one too long is said beside the box, with what was typed`() async throws {
        try await withSite { test in
            let (_, peer, _) = try await Self.shared(test)
            try await peer.press("Send the comment")
            #expect(peer.status == 422)
            #expect(peer.page.error(of: "body") == "Write your comment before sending it.")
            peer.fill("body", String(repeating: "long ", count: 801))
            try await peer.press("Send the comment")
            #expect(peer.status == 422)
            #expect(peer.page.forms.contains { $0.value("body")?.count == 4_005 })
        }
    }

    @Test func `pressed twice, a comment is said once`() async throws {
        try await withSite { test in
            let (_, peer, shared) = try await Self.shared(test)
            let key = try #require(peer.page.forms.compactMap { $0.value("key") }.first)
            for _ in 0..<2 { try await peer.post(shared + "/comments", [("key", key), ("body", "Once and no more.")]) }
            try await peer.open(shared)
            #expect(peer.page.html.matches(of: /Once and no more\./).count == 1)
        }
    }

    @Test func `the owner may remove any comment, others only their own`() async throws {
        try await withSite { test in
            let (owner, peer, shared) = try await Self.shared(test)
            peer.fill("body", "A remark of mine.")
            try await peer.press("Send the comment")
            let remove = try #require(peer.page.forms.first { $0.has(button: "Remove it") }).action
            let other = try await test.browser(of: test.cast.expert)
            try await other.open(shared)
            #expect(!other.page.forms.contains { $0.has(button: "Remove it") })
            #expect(try await other.request("POST", remove, body: "").status == 404)
            try await owner.open(owner.path)
            try await owner.press("Remove it")
            #expect(owner.page.text.contains("Removed by the author of the reflection."))
        }
    }

    @Test func `a reply to a comment that is elsewhere is refused`() async throws {
        try await withSite { test in
            let (owner, peer, shared) = try await Self.shared(test)
            peer.fill("body", "A remark of mine.")
            try await peer.press("Send the comment")
            let comment = try #require(peer.page.link("Reply")?.firstMatch(of: /reply=([a-z0-9]+)/)?.1)
            let other = try await owner.beginReflection("Another", learn: "Words.")
                .replacing("/space/reflections/", with: "/shared/")
            let reply = try await owner.request("POST", other + "/comments", body: "body=Hello&reply=\(comment)")
            #expect(reply.status == 404)
            #expect(shared != other)
        }
    }

    /// A reflection shared with everyone, on its owner's page and on a peer's.
    private static func shared(_ test: TestSite) async throws -> (owner: Browser, peer: Browser, path: String) {
        let owner = try await test.browser(of: test.cast.member)
        let page = try await owner.beginReflection("An evening", learn: "It rained on us.")
        owner.tick("stage", "learn")
        owner.fill("audience", "everyone")
        try await owner.press("Share")
        try await owner.open(page)
        let peer = try await test.browser(of: test.cast.stranger)
        let shared = page.replacing("/space/reflections/", with: "/shared/")
        try await peer.open(shared)
        return (owner, peer, shared)
    }
}
