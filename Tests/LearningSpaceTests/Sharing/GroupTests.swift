import Foundation
import LearningSpace
import Storage
import TestSupport
import Testing

struct GroupTests {
    private func group(_ open: OpenJournal, with people: [PersonID] = []) async throws -> ID<Group> {
        let draft = try Group.Draft(name: "Tuesday set", about: "")
        let id = try #require(try await open.journal.begin(draft, by: open.owner, key: open.key()))
        for person in people {
            _ = try await open.journal.invite(person, to: id, by: open.owner)
            _ = try await open.journal.join(id, by: person)
        }
        return id
    }

    @Test func `what is shared with a group is read by those in it, as long as they are`() async throws {
        try await withJournal { open in
            let id = try await group(open)
            let reflection = try await open.begun(words: ["learn": "L", "plan": "P"])
            try await open.share(reflection, ["plan"], with: [.group(id)])
            func reads(_ person: PersonID) async throws -> [String] {
                let reading = try await open.journal.reading(of: reflection.id, by: person)
                return reading?.reflection.stages.map(\.asks.name) ?? []
            }
            guard case .success = try await open.journal.invite(open.peer, to: id, by: open.owner) else {
                throw CancellationError()
            }
            #expect(try await reads(open.peer).isEmpty, "an invitation opens nothing")
            #expect(try await open.journal.join(id, by: open.stranger) == false)
            #expect(try await open.journal.join(id, by: open.peer))
            #expect(try await reads(open.peer) == ["plan"])
            let listed = try await open.journal.reflections(sharedWith: open.peer, .init(group: id)).shared
            #expect(listed.map(\.id) == [reflection.id])
            #expect(try await open.journal.reflections(sharedWith: open.stranger, .init(group: id)).shared.isEmpty)
            #expect(try await open.journal.remove(open.peer, from: id, by: open.peer))
            #expect(try await reads(open.peer).isEmpty)
            #expect(try await open.journal.group(id, for: open.peer) == nil)
        }
    }

    @Test func `who leaves or is taken out withdraws what they shared with it`() async throws {
        try await withJournal { open in
            let id = try await group(open, with: [open.peer])
            let reflection = try await open.begun()
            try await open.share(reflection, ["learn"], with: [.group(id)])
            #expect(try await open.journal.reading(of: reflection.id, by: open.peer) != nil)
            #expect(try await open.journal.remove(open.owner, from: id, by: open.owner))
            #expect(try await open.journal.reading(of: reflection.id, by: open.peer) == nil)
            #expect(try await open.journal.shares(of: open.owner).isEmpty)
            let left = try #require(try await open.journal.group(id, for: open.peer))
            #expect(left.keeper == open.peer, "it goes on with who has been in it longest")
            let draft = try Share.Draft(["learn"], with: [.group(id)], by: open.owner, today: open.today)
            #expect(try await open.journal.share(reflection.id, draft, by: open.owner) == nil, "not with it any more")
        }
    }

    @Test func `nobody but the keeper invites or takes out, and twenty are enough`() async throws {
        try await withJournal { open in
            let id = try await group(open, with: [open.peer])
            #expect(
                try await open.journal.invite(open.stranger, to: id, by: open.peer).failure == .noGroup)
            #expect(try await open.journal.remove(open.owner, from: id, by: open.peer) == false)
            #expect(try await open.journal.remove(open.owner, from: id, by: open.stranger) == false)
            #expect(try await open.journal.invite(open.peer, to: id, by: open.owner).failure == .alreadyThere)
            for _ in 3...Group.mostPeople {
                #expect(try await open.journal.invite(open.clock.world.id(), to: id, by: open.owner).failure == nil)
            }
            #expect(try await open.journal.invite(open.stranger, to: id, by: open.owner).failure == .full)
            #expect(try await open.journal.remove(open.peer, from: id, by: open.owner))
            #expect(try await open.journal.invite(open.stranger, to: id, by: open.owner).failure == nil)
            #expect(
                try await open.journal.group(id, for: open.stranger)?.invited == [], "who else is asked is not told")
        }
    }

    @Test func `the last to leave takes the group along, and its invitations`() async throws {
        try await withJournal { open in
            let id = try await group(open)
            _ = try await open.journal.invite(open.peer, to: id, by: open.owner)
            #expect(try await open.journal.remove(open.owner, from: id, by: open.owner))
            #expect(try await open.journal.groups(of: open.peer).isEmpty)
            #expect(try await open.journal.join(id, by: open.peer) == false)
        }
    }

    @Test func `an invitation by somebody muted is not seen`() async throws {
        try await withJournal { open in
            let id = try await group(open)
            _ = try await open.journal.invite(open.peer, to: id, by: open.owner)
            #expect(try await open.journal.groups(of: open.peer).map(\.isMember) == [false])
            try await open.journal.mute(open.owner, for: open.peer)
            #expect(try await open.journal.groups(of: open.peer).isEmpty)
        }
    }

    @Test func `who is erased is gone from it, and the last to go takes it along`() async throws {
        try await withJournal { open in
            let id = try await group(open, with: [open.peer])
            try await open.journal.erase(everythingOf: open.owner)
            let left = try #require(try await open.journal.group(id, for: open.peer))
            #expect(left.members == [open.peer])
            #expect(left.keeper == open.peer)
            let reflection = try await open.journal.begin(
                try .init(title: "Last", words: [:]), by: open.peer, key: open.key())
            let draft = try Share.Draft(["learn"], with: [.group(id)], by: open.peer, today: open.today)
            _ = try await open.journal.share(try #require(reflection.saved).id, draft, by: open.peer)
            #expect(try await open.journal.remove(open.peer, from: id, by: open.peer))
            #expect(try await open.journal.groups(of: open.peer).isEmpty)
            #expect(try await open.journal.shares(of: open.peer).isEmpty)
        }
    }

    @Test func `its owner sees a share as the group does`() async throws {
        try await withJournal { open in
            let id = try await group(open, with: [open.peer])
            let reflection = try await open.begun(words: ["learn": "L", "plan": "P"])
            try await open.share(reflection, ["plan"], with: [.everyMember])
            let shares = try await open.share(reflection, ["learn"], with: [.group(id)])
            let line = try #require(shares.first { $0.audience == .group(id) })
            let seen = try #require(try await open.journal.reading(asSeenThrough: line.id, by: open.owner)?.reading)
            let read = try #require(try await open.journal.reading(of: reflection.id, by: open.peer))
            #expect(seen.reflection == read.reflection)
            #expect(read.reflection.stages.map(\.asks.name) == ["learn", "plan"])
            #expect(try await open.journal.shares(of: open.owner).allSatisfy { $0.opened == nil })
        }
    }
}

extension Result {
    fileprivate var failure: Failure? { if case .failure(let why) = self { why } else { nil } }
}
