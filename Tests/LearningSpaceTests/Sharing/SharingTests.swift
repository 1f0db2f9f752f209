import LearningSpace
import Storage
import TestSupport
import Testing

@Suite struct SharingTests {
    @Test("Shared with every member, anyone can read it; shared by name, only those named")
    func audiences() async throws {
        try await withJournal { open in
            let all = try await open.begun("For all")
            let named = try await open.begun("For one")
            try await open.share(all, with: [.everyMember])
            try await open.share(named, with: [.member(open.peer)])
            #expect(try await open.journal.reading(of: all.id, by: open.stranger) != nil)
            #expect(try await open.journal.reading(of: named.id, by: open.peer) != nil)
            #expect(try await open.journal.reading(of: named.id, by: open.stranger) == nil)
        }
    }

    @Test("A share is open through its last day and closed on the next")
    func expiry() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.member(open.peer)])
            open.clock.advance(days: 90)
            #expect(try await open.journal.reading(of: reflection.id, by: open.peer) != nil)
            open.clock.advance(days: 1)
            #expect(try await open.journal.reading(of: reflection.id, by: open.peer) == nil)
            #expect(try await open.journal.reflections(sharedWith: open.peer).shared.isEmpty)
            #expect(try await open.journal.shares(of: open.owner).isEmpty)
        }
    }

    @Test("Withdrawal closes at once what that share opened, and no more")
    func withdrawal() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            let shares = try await open.share(reflection, with: [.member(open.peer), .member(open.stranger)])
            let peers = try #require(shares.first { $0.audience == .member(open.peer) })
            #expect(try await open.journal.withdraw(peers.id, by: open.owner) == reflection.id)
            #expect(try await open.journal.reading(of: reflection.id, by: open.peer) == nil)
            #expect(try await open.journal.reading(of: reflection.id, by: open.stranger) != nil)
            #expect(try await open.journal.withdraw(peers.id, by: open.owner) == nil)
        }
    }

    @Test("Sharing again moves the last day and keeps one line in the ledger")
    func renewal() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            let first = try await open.share(reflection, with: [.everyMember], until: open.today + 7)
            open.clock.advance(days: 3)
            let renewed = try await open.share(reflection, with: [.everyMember], until: open.today + 30)
            #expect(renewed.map(\.id) == first.map(\.id))
            #expect(renewed.map(\.since) == first.map(\.since))
            #expect(renewed.map(\.until) == [open.today + 30])

            open.clock.advance(days: 31)
            let again = try await open.share(reflection, with: [.everyMember])
            #expect(again.map(\.since) == [open.today])
        }
    }

    @Test("The ledger says who can see what and until when, the soonest to end first")
    func ledger() async throws {
        try await withJournal { open in
            let long = try await open.begun("Long")
            let short = try await open.begun("Short")
            try await open.share(long, with: [.everyMember], until: open.today + 60)
            try await open.share(short, with: [.member(open.peer)], until: open.today + 5)
            let ledger = try await open.journal.shares(of: open.owner)
            #expect(ledger.map(\.title) == ["Short", "Long"])
            #expect(ledger.map(\.audience) == [.member(open.peer), .everyMember])
            #expect(ledger.map(\.until) == [open.today + 5, open.today + 60])
            let reading = try await open.journal.reading(of: long.id, by: open.owner)
            #expect(reading?.access == .owner(shares: ledger.filter { $0.title == "Long" }))
        }
    }

    @Test("A share needs somebody to share with, and a last day from today to two years on")
    func draftRules() async throws {
        try await withJournal { open in
            let (owner, today) = (open.owner, open.today)
            let nobody = Invalid("audience", "Choose every member, a group, a link, or name at least one other person.")
            let past = Invalid("until", "Choose 15 September 2026 or a later day: the day you chose has passed.")
            let far = Invalid("until", "Choose a day up to 14 September 2028. You can share again when it comes.")
            let cases: [([Share.Audience], Day?, [Invalid])] = [
                ([.everyMember], nil, []), ([.everyMember], today, []), ([.everyMember], today + 730, []),
                ([.member(owner), .member(open.peer)], nil, []),
                ([], nil, [nobody]), ([.member(owner)], nil, [nobody]),
                ([.everyMember], today + -1, [past]), ([.everyMember], today + 731, [far]),
                ([], today + -1, [nobody, past]),
            ]
            for (audiences, until, expected) in cases {
                var found: [Invalid] = []
                do throws(InvalidFields) {
                    _ = try Share.Draft(["learn"], with: audiences, by: owner, until: until, today: today)
                } catch {
                    found = error.all
                }
                #expect(found == expected)
            }
        }
    }
}
