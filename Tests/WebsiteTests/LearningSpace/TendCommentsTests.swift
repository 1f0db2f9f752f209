import Foundation
import TestSupport
import Testing

struct TendCommentsTests {
    @Test func `a comment is changed while nobody has answered, and what comes too late is not lost`() async throws {
        try await withSite { test in
            let (owner, peer, shared) = try await Self.commented(test)
            try await peer.follow("Change your comment")
            peer.fill("body", "")
            try await peer.press("Save")
            #expect(peer.page.error(of: "body") == "Write your comment before sending it.")
            peer.fill("body", "Were you <cross>?")
            try await peer.press("Save")
            #expect(peer.page.text.contains("15 September 2026, changed since Were you <cross>?"))

            try await peer.follow("Change your comment")
            peer.fill("body", "A longer thought.")
            try await owner.open(owner.path)
            try await owner.follow("Reply to Stefan Stranger")
            owner.fill("body", "I was.")
            try await owner.press("Send the comment")
            try await peer.press("Save")
            #expect(peer.status == 409)
            #expect(peer.page.error(of: "body")?.contains("It can no longer be changed") == true)
            #expect(peer.page.forms.contains { $0.value("body") == "A longer thought." })
            try await peer.open(shared)
            #expect(peer.page.text.contains("Were you <cross>?"))
            #expect(peer.page.link("Change your comment") == nil)
        }
    }

    @Test func `whom one mutes is not read, until one hears them again`() async throws {
        try await withSite { test in
            let (owner, peer, shared) = try await Self.commented(test)
            let page = owner.path
            try await owner.open(page)
            try await owner.press("Mute Stefan Stranger")
            #expect(owner.path.hasPrefix("/space/muted"))
            try await owner.open(page)
            #expect(!owner.page.text.contains("Were you angry?"))
            try await owner.follow("Whom you have muted")
            #expect(owner.page.text.contains("Stefan Stranger"))
            try await peer.open(shared)
            #expect(peer.page.text.contains("Were you angry?"))
            try await owner.press("Hear them again")
            #expect(owner.page.text.contains("Nobody."))
            try await owner.open(page)
            #expect(owner.page.text.contains("Were you angry?"))
            #expect(try await owner.request("POST", "/space/muted", body: "person=nobody").status == 404)
        }
    }

    @Test func `a comment becomes a step of one's own, with the name of who agreed`() async throws {
        try await withSite { test in
            let (owner, _, _) = try await Self.commented(test)
            try await owner.open(owner.path)
            try await owner.follow("Make a step of it")
            #expect(owner.page.text.contains("Were you angry?"))
            try await owner.press("Keep this step")
            #expect(owner.page.error(of: "title") == "Write what you will do, in one line.")
            #expect(owner.page.text.contains("Were you angry?"))
            owner.fill("title", "Ask myself whether I am angry")
            try await owner.press("Keep this step")
            #expect(owner.page.text.contains("It takes up what Stefan Stranger said to you."))
        }
    }

    /// A reflection shared with everyone that a peer has commented on, on its owner's page and on the peer's.
    private static func commented(_ test: TestSite) async throws -> (owner: Browser, peer: Browser, path: String) {
        let owner = try await test.browser(of: test.cast.member)
        let page = try await owner.beginReflection("An evening", learn: "It rained on us.")
        owner.tick("stage", "learn")
        owner.fill("audience", "everyone")
        try await owner.press("Share")
        try await owner.open(page)
        let peer = try await test.browser(of: test.cast.stranger)
        let shared = page.replacing("/space/reflections/", with: "/shared/")
        try await peer.open(shared)
        peer.fill("body", "Were you angry?")
        peer.fill("stage", "learn")
        peer.fill("agree", "name")
        try await peer.press("Send the comment")
        return (owner, peer, shared)
    }
}
