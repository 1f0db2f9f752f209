import LearningSpace
import Storage
import TestSupport
import Testing

@Suite struct RevisionTests {
    @Test("Each save keeps what it changed, the latest first, and nothing of what it left alone")
    func kept() async throws {
        try await withJournal { open in
            let id = try await open.begun("First", words: ["learn": "a", "plan": "p"]).id
            for (version, title, learn) in [(1, "First", "b"), (2, "Second", "b"), (3, "Second", "b")] {
                let draft = try Reflection.Draft(title: title, words: ["learn": learn, "plan": "p"])
                _ = try await open.journal.save(draft, of: id, by: open.owner, over: version)
            }
            let revisions = try #require(try await open.journal.revisions(of: id, by: open.owner))
            #expect(revisions.map(\.version) == [2, 1])
            #expect(revisions.map(\.title) == ["First", "First"])
            #expect(revisions.map { $0.stages.map(\.words) } == [[], ["a"]])
        }
    }

    @Test("Who may read along sees what stands now, and nothing that stood before")
    func ownersAlone() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember])
            #expect(try await open.journal.revisions(of: reflection.id, by: open.peer) == nil)
            #expect(try await open.journal.forgetRevisions(of: reflection.id, by: open.peer) == false)
        }
    }

    @Test("A later note changes nothing that stands, is added once, and is its owner's alone")
    func laterNotes() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember])
            open.clock.advance(days: 365)
            let (note, key) = (try LaterNote.Draft("I would chair it again."), open.key())
            for _ in 1...2 { #expect(try await open.journal.add(note, to: reflection.id, by: open.owner, key: key)) }
            #expect(try await open.journal.add(note, to: reflection.id, by: open.peer, key: open.key()) == false)
            let own = try #require(try await open.journal.reading(of: reflection.id, by: open.owner))
            #expect(own.notes.map(\.words) == ["I would chair it again."])
            #expect(own.reflection == reflection)
            let again = try await open.share(reflection, with: [.everyMember])
            #expect(again.count == 1)
            let peers = try #require(try await open.journal.reading(of: reflection.id, by: open.peer))
            #expect(peers.notes.isEmpty)
            let id = try #require(own.notes.first).id
            #expect(try await open.journal.erase(id, of: reflection.id, by: open.peer) == false)
            #expect(try await open.journal.erase(id, of: reflection.id, by: open.owner))
        }
    }

    @Test("Tags are in small letters, each once, ten at most, and nobody else sees them")
    func tags() async throws {
        #expect(try Tags(" Leading,  my   Clients,leading,, ").names == ["leading", "my clients"])
        #expect(throws: Invalid("tags", "A reflection can have ten tags: leave 1 out.")) {
            try Tags((0..<11).map(String.init).joined(separator: ","))
        }
        #expect(throws: Invalid.self) { try Tags(String(repeating: "x", count: 41)) }
        try await withJournal { open in
            let draft = try Reflection.Draft(title: "Tagged", words: ["learn": "a"], tags: "b, a")
            let reflection = try #require(
                try await open.journal.begin(draft, by: open.owner, key: open.key()).saved)
            #expect(reflection.tags.names == ["b", "a"])
            try await open.share(reflection, with: [.everyMember])
            let peers = try #require(try await open.journal.reading(of: reflection.id, by: open.peer))
            #expect(peers.reflection.tags.names.isEmpty)
        }
    }
}
