import LearningSpace
import Storage
import TestSupport
import Testing
import Website

struct KeepGroupsTests {
    @Test func `a group is begun, joined, shared with and left`() async throws {
        try await withSite { test in
            let keeper = try await test.browser(of: test.cast.member)
            try await keeper.open("/space/groups")
            try await keeper.press("Begin the group")
            #expect(keeper.page.error(of: "name") == "Give the group a name that its people will know.")
            keeper.fill("name", "Tuesday <set>")
            keeper.fill("about", "We meet on Tuesdays.")
            try await keeper.press("Begin the group")
            let group = String(try #require(keeper.path.split(separator: "?").first))
            keeper.fill("person", test.cast.stranger.id.description)
            try await keeper.press("Invite them")
            #expect(keeper.page.text.contains("Stefan Stranger has not answered"))
            _ = try await keeper.beginReflection("An evening", learn: "It rained.")
            keeper.tick("stage", "learn")
            keeper.fill("audience", "group:" + (group.split(separator: "/").last.map(String.init) ?? ""))
            keeper.fill("topic", "careers")
            try await keeper.press("Share")
            #expect(keeper.page.text.contains("Seen by the group “Tuesday <set>”"), "\(keeper.page.text)")

            let guest = try await test.browser(of: test.cast.stranger)
            try await guest.open("/space/groups")
            #expect(guest.page.text.contains("You are invited Tuesday <set> Mara Member asks you"))
            try await guest.follow("Tuesday <set>")
            #expect(!guest.page.text.contains("An evening"))
            try await guest.press("Join")
            #expect(guest.page.text.contains("An evening Mara Member Learn Careers shared 15 September 2026"))
            try await guest.open("/shared?topic=careers&model=cycle")
            #expect(guest.page.text.contains("An evening"))
            for other in ["topic=small-business", "model=gibbs", "page=2"] {
                try await guest.open("/shared?" + other)
                #expect(!guest.page.text.contains("An evening"), "\(other)")
            }
            try await guest.open(group)
            try await guest.press("Leave it")
            #expect(guest.page.text.contains("You are not in it"))
            try await guest.open(group)
            #expect(guest.status == 404)
            try await guest.open("/shared")
            #expect(!guest.page.text.contains("An evening"))
        }
    }

    @Test func `the shared stream stands in pages, the latest first`() async throws {
        try await withSite { test in
            for number in 1...21 {
                test.world.advance(days: 1)
                try await test.share("Evening \(number)", by: test.cast.expert.id)
            }
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/shared")
            #expect(browser.page.text.contains("Evening 21 Elin Expert"))
            #expect(!browser.page.text.contains("Evening 1 Elin Expert"))
            #expect(browser.page.html.contains("rel=\"next\" href=\"/shared?page=2\""))
            try await browser.open("/shared?page=2")
            #expect(browser.page.text.contains("Evening 1 Elin Expert"))
            #expect(!browser.page.text.contains("Evening 21"))
        }
    }
}

extension TestSite {
    /// Another's reflection that every member may read.
    fileprivate func share(_ title: String, by owner: PersonID) async throws {
        let saving = try await site.journal.begin(
            try .init(title: title, words: ["learn": "L"]), by: owner, key: world.world.id())
        guard case .saved(let saved) = saving else { return }
        let draft = try Share.Draft(["learn"], with: [.everyMember], by: owner, today: world.world.today)
        _ = try await site.journal.share(saved.id, draft, by: owner)
    }
}
