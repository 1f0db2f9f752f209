import LearningSpace
import Storage
import TestSupport
import Testing

/// A reflection that is missing, private, withdrawn or expired looks the same through every door.
@Suite struct DoorTests {
    enum State: CaseIterable {
        case missing, `private`, withdrawn, expired, sharedWithSomeoneElse
    }

    @Test("Every door is closed to a stranger, and each in the same way", arguments: State.allCases)
    func closed(state: State) async throws {
        try await withJournal { open in
            let reflection = try await reflection(state, open)
            let (id, journal, stranger) = (reflection.id, open.journal, open.stranger)
            let draft = try Reflection.Draft(title: "Mine now", words: [:])
            let sharing = try Share.Draft(["learn"], with: [.everyMember], by: stranger, today: open.today)
            #expect(try await journal.reading(of: id, by: stranger) == nil)
            #expect(try await journal.reflections(sharedWith: stranger).shared.isEmpty)
            #expect(try await journal.reflections(of: stranger).isEmpty)
            #expect(try await journal.shares(of: stranger).isEmpty)
            #expect(try await journal.save(draft, of: id, by: stranger, over: reflection.version) == nil)
            #expect(try await journal.share(id, sharing, by: stranger) == nil)
            #expect(try await open.say("Hello", on: reflection, by: stranger) == nil)
            #expect(try await open.say("Hello", on: reflection, at: .stage("learn"), by: stranger) == nil)
            #expect(try await journal.erase(id, by: stranger) == false)
            try await journal.erase(everythingOf: stranger)
            let kept = try await journal.reading(of: id, by: open.owner)?.reflection
            #expect(kept == (state == .missing ? nil : reflection))
        }
    }

    @Test("A peer who may read still owns nothing: no saving, sharing, withdrawing or erasing")
    func peerOwnsNothing() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            let shares = try await open.share(reflection, with: [.everyMember])
            let draft = try Reflection.Draft(title: "Mine now", words: [:])
            let sharing = try Share.Draft(["learn"], with: [.member(open.stranger)], by: open.peer, today: open.today)
            #expect(try await open.journal.save(draft, of: reflection.id, by: open.peer, over: 1) == nil)
            #expect(try await open.journal.share(reflection.id, sharing, by: open.peer) == nil)
            #expect(try await open.journal.withdraw(try #require(shares.first).id, by: open.peer) == nil)
            #expect(try await open.journal.erase(reflection.id, by: open.peer) == false)
            #expect(try await open.journal.reading(of: reflection.id, by: open.owner)?.reflection == reflection)
            #expect(try await open.journal.shares(of: open.owner) == shares)
        }
    }

    @Test("A peer sees until when it is open, and not with whom else it is shared")
    func peerReads() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.member(open.peer), .member(open.stranger)])
            let reading = try #require(try await open.journal.reading(of: reflection.id, by: open.peer))
            #expect(reading.reflection == reflection)
            guard case .peer(let openings) = reading.access else { return #expect(Bool(false), "an owner") }
            #expect(openings.map(\.stage) == ["assess", "learn", "plan", "reflect"])
            #expect(openings.allSatisfy { $0.until == open.today + 90 && $0.isByName })
        }
    }

    private func reflection(_ state: State, _ open: OpenJournal) async throws -> Reflection {
        let reflection = try await open.begun()
        switch state {
        case .missing:
            #expect(try await open.journal.erase(reflection.id, by: open.owner))
        case .private:
            break
        case .withdrawn:
            for share in try await open.share(reflection, with: [.everyMember, .member(open.stranger)]) {
                #expect(try await open.journal.withdraw(share.id, by: open.owner) == reflection.id)
            }
        case .expired:
            try await open.share(reflection, with: [.everyMember, .member(open.stranger)], until: open.today + 7)
            open.clock.advance(days: 8)
        case .sharedWithSomeoneElse:
            try await open.share(reflection, with: [.member(open.peer)])
        }
        return reflection
    }
}
