import Foundation
import LearningSpace
import Outbound
import Storage
import TestSupport
import Testing
import Website

struct NewsTests {
    @Test func `what was said since one looked stands on the space's page until one looks`() async throws {
        try await withSite { test in
            try await test.speak()
            let owner = try await test.browser(of: test.cast.member)
            for path in ["/space", "/shared"] {
                try await owner.open(path)
                #expect(
                    owner.page.text.contains("New since you looked An evening : Elin Expert said something"),
                    "\(owner.page.text)")
            }
            try await owner.follow("An evening")
            try await owner.open("/space")
            #expect(!owner.page.text.contains("New since you looked"))
            try await test.speak()
            try await owner.open("/space")
            try await owner.press("I have seen these")
            #expect(!owner.page.text.contains("New since you looked"))
        }
    }

    @Test func `who wishes it hears once a day that something waits, and not what or by whom`() async throws {
        let post = Postbox()
        try await withSite(mailer: post.mailer) { test in
            try await test.speak()
            try await test.site.queueMailings()
            try await test.site.deliverMail()
            #expect(post.letters().isEmpty, "nobody is written to who did not ask for it")
            let owner = try await test.browser(of: test.cast.member)
            try await owner.open("/account")
            owner.fill("comments", "yes")
            try await owner.press("Save what you chose")
            test.world.advance(days: 1)
            try await test.speak()
            for _ in 0..<2 {
                try await test.site.queueMailings()
                try await test.site.deliverMail()
            }
            let letter = try post.letter()
            #expect(letter.to.description == test.cast.member.email)
            #expect(letter.path == "/space")
            #expect(!letter.text.contains(/evening|Elin|next/.ignoresCase()))
            #expect(letter.settings?.path == "/account")
            test.world.advance(days: 1)
            try await test.site.queueMailings()
            try await test.site.deliverMail()
            #expect(post.letters().isEmpty, "the next day brings no mail of the same")
        }
    }
}

extension TestSite {
    /// An expert asks something of a reflection that the member shares.
    fileprivate func speak() async throws {
        let (journal, owner) = (site.journal, cast.member.id)
        let saving = try await journal.begin(
            try .init(title: "An evening", words: ["learn": "It rained."]), by: owner, key: world.world.id())
        guard case .saved(let saved) = saving else { return }
        let draft = try Share.Draft(["learn"], with: [.everyMember], by: owner, today: world.world.today)
        _ = try await journal.share(saved.id, draft, by: owner)
        _ = try await journal.comment(
            LearningSpace.Comment.Draft(body: "What next?"), on: saved.id, at: .stage("learn"), by: cast.expert.id,
            key: world.world.id())
    }
}
