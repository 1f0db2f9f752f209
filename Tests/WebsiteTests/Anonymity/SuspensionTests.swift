import Members
import Questions
import Storage
import TestSupport
import Testing
import Website

/// Whoever may suspend must not learn by it who asks.
struct SuspensionTests {
    @Test func `a suspension begins with the next key, and until then the member asks as before`() async throws {
        try await withSite { test in
            try await test.letMembersAsk()
            let member = try await test.browser(of: test.cast.member)
            try await suspend(test.cast.member, test)
            let client = AskingClient(at: test, seed: 100)
            let tokens = try await client.draw(in: member)
            _ = try await client.ask("May I leave before the year is over?", spending: tokens[0], in: test.browser())
            #expect(try await test.queue().count == 1)

            let next = Epoch(containing: test.world.world.today).lastDay + 1
            test.world.move(to: next.start)
            try await test.layOutKey()
            // What was drawn before still asks, so that nothing stops on the day.
            _ = try await client.ask("And may I take my notes along with me?", spending: tokens[1], in: test.browser())
            #expect(try await test.queue().count == 2)
        }
    }

    @Test func `from then on the member draws nothing, is told so, and may be let in again`() async throws {
        try await withSite { test in
            try await test.letMembersAsk()
            try await suspend(test.cast.member, test)
            test.world.move(to: (Epoch(containing: test.world.world.today).lastDay + 1).start)
            try await test.layOutKey()
            let member = try await test.browser(of: test.cast.member)
            try await member.open("/account/tokens")
            #expect(member.page.text.contains("An administrator has suspended you from asking."))
            try await member.press("Give me an ask form")
            #expect(member.status == 403)
            let stranger = try await test.browser(of: test.cast.stranger)
            #expect(try await AskingClient(at: test, seed: 1).draw(in: stranger).count == 3)

            let admin = try await test.browser(of: test.cast.administrator)
            try await admin.open("/admin/members/\(test.cast.member.id)")
            try await admin.press("Let them ask again")
            #expect(try await AskingClient(at: test, seed: 2).draw(in: member).count == 3)
        }
    }

    private func suspend(_ person: Person, _ test: TestSite) async throws {
        let admin = try await test.browser(of: test.cast.administrator)
        try await admin.open("/admin/members/\(person.id)")
        try await admin.press("Suspend from asking")
        #expect(admin.page.text.contains("this member draws no more tokens"))
    }
}
