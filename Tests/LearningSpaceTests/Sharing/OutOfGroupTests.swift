import LearningSpace
import Storage
import TestSupport
import Testing

/// Who is not in a group, however that came about, meets nothing of what is shared with it at any door of the room.
struct OutOfGroupTests {
    enum Ending: CaseIterable { case left, takenOut, ownerLeft, invitedAlone, askedAgain }

    @Test(arguments: Ending.allCases) func `whoever is not in it sees nothing through any door`(
        ending: Ending
    ) async throws {
        try await withJournal { open in
            let draft = try Group.Draft(name: "Tuesday set", about: "")
            let group = try #require(try await open.journal.begin(draft, by: open.owner, key: open.key()))
            _ = try await open.journal.invite(open.peer, to: group, by: open.owner)
            let reflection = try await open.begun(words: ["learn": "L", "plan": "P"])
            try await open.share(reflection, ["learn", "plan"], with: [.group(group)])
            let file = try #require(
                try await open.send(Array("notes".utf8), at: .stage("learn", of: reflection.id)))
            if ending != .invitedAlone {
                #expect(try await open.journal.join(group, by: open.peer))
                let said = try #require(
                    try await open.say("Well done", on: reflection, at: .stage("learn"), by: open.peer))
                _ = try await open.say("Thanks", on: reflection, at: .reply(to: said), by: open.owner)
                #expect(try await open.journal.news(for: open.peer).count == 1)
                #expect(try await open.journal.file(file, for: open.peer) != nil)
            }
            switch ending {
            case .left: #expect(try await open.journal.remove(open.peer, from: group, by: open.peer))
            case .takenOut: #expect(try await open.journal.remove(open.peer, from: group, by: open.owner))
            case .ownerLeft: #expect(try await open.journal.remove(open.owner, from: group, by: open.owner))
            case .invitedAlone: break
            case .askedAgain:
                #expect(try await open.journal.remove(open.peer, from: group, by: open.owner))
                _ = try await open.journal.invite(open.peer, to: group, by: open.owner)
            }
            let comment = try #require(
                try await open.say("Mine", on: reflection, at: .stage("plan"), by: open.owner))
            #expect(try await open.journal.reading(of: reflection.id, by: open.peer) == nil)
            #expect(try await open.journal.file(file, for: open.peer) == nil)
            #expect(try await open.journal.reflections(sharedWith: open.peer).shared.isEmpty)
            #expect(try await open.journal.reflections(sharedWith: open.peer, .init(group: group)).shared.isEmpty)
            #expect(try await open.journal.news(for: open.peer).isEmpty)
            #expect(try await open.journal.membersWithNews().contains(open.peer) == false, "no mail tells of it")
            #expect(try await open.journal.reportable(comment, on: reflection.id, for: open.peer) == nil)
            #expect(try await open.say("Still here", on: reflection, at: .stage("learn"), by: open.peer) == nil)
            let shown = try await open.journal.group(group, for: open.peer)
            let isMember: Bool? =
                switch ending {
                case .left, .takenOut: nil
                case .ownerLeft: true
                case .invitedAlone, .askedAgain: false
                }
            #expect(shown?.isMember == isMember)
            #expect(shown?.invited ?? [] == [], "whom else it asks is not told")
        }
    }
}
