import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import LearningSpace

struct UnsavedTests {
    private func typed(_ learn: String, title: String = "") -> Unsaved.Typed {
        .init(title: title, tags: "", words: ["learn": learn])
    }

    private func keep(
        _ open: OpenJournal, _ words: String, over number: Int, version: Int = 0, of subject: Unsaved.Subject
    ) async throws -> Unsaved.Keeping? {
        try await open.journal.keep(
            typed(words, title: "T"), model: .cycle, over: version, number: number, of: subject, by: open.owner)
    }

    @Test func `what was typed is kept to the letter, and what is stored stays as it was`() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            let subject = Unsaved.Subject.reflection(reflection.id)
            let keeping = try await open.journal.keep(
                typed("  Half a sen\r\n", title: " "), model: .cycle, over: 1, number: 0, of: subject, by: open.owner)
            #expect(keeping == .kept(number: 1, isBehind: false))
            let unsaved = try #require(try await open.journal.unsaved(subject, of: open.owner))
            #expect(unsaved.typed.words["learn"] == "  Half a sen\n")
            #expect(unsaved.typed.title == " ")
            #expect(unsaved.version == 1)
            let reading = try #require(try await open.journal.reading(of: reflection.id, by: open.owner))
            #expect(reading.reflection == reflection)
            #expect(try await open.journal.reflections(of: open.owner, matching: "half").found.isEmpty)
        }
    }

    @Test func `two windows never write over one another's`() async throws {
        try await withJournal { open in
            let subject = Unsaved.Subject.new(open.key())
            let first = try await keep(open, "First", over: 0, of: subject)
            #expect(first == .kept(number: 1, isBehind: false))
            #expect(
                try await keep(open, "First", over: 0, of: subject) == .kept(number: 1, isBehind: false),
                "a reply was lost")
            #expect(try await keep(open, "Second window", over: 0, of: subject) == .keptElsewhere)
            #expect(try await keep(open, "First, and on", over: 1, of: subject) == .kept(number: 2, isBehind: false))
            #expect(
                try await open.journal.unsaved(subject, of: open.owner)?.typed.words["learn"] == "First, and on")
        }
    }

    @Test func `a save forgets what it saved, and not what another window typed`() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            let subject = Unsaved.Subject.reflection(reflection.id)
            _ = try await keep(open, "The other window's", over: 0, version: 1, of: subject)
            let draft = try Reflection.Draft(title: "T", words: ["learn": "This window's"])
            _ = try await open.journal.save(draft, of: reflection.id, by: open.owner, over: 1, settling: 0)
            #expect(
                try await open.journal.unsaved(subject, of: open.owner)?.typed.words["learn"] == "The other window's")
            #expect(
                try await keep(open, "And on", over: 1, version: 1, of: subject) == .kept(number: 2, isBehind: true))
            let last = try Reflection.Draft(title: "T", words: ["learn": "Both"])
            _ = try await open.journal.save(last, of: reflection.id, by: open.owner, over: 2, settling: 2)
            #expect(try await open.journal.unsaved(subject, of: open.owner) == nil)
            #expect(try await keep(open, "Both", over: 2, version: 3, of: subject) == .kept(number: 2, isBehind: false))
            #expect(try await open.journal.unsaved(subject, of: open.owner) == nil, "it says what is stored")
        }
    }

    @Test func `one that has not begun is listed until it is saved, and then typed over what it became`() async throws {
        try await withJournal { open in
            let key = open.key()
            let subject = Unsaved.Subject.new(key)
            _ = try await keep(open, "Once", over: 0, of: subject)
            #expect(try await open.journal.unsavedBeginnings(of: open.owner).map(\.typed.title) == ["T"])
            #expect(try await open.journal.unsavedBeginnings(of: open.peer).isEmpty)
            let draft = try Reflection.Draft(title: "T", words: ["learn": "Once"])
            let saving = try await open.journal.begin(draft, by: open.owner, key: key, settling: 1)
            let id = try #require(saving.saved).id
            #expect(try await open.journal.unsavedBeginnings(of: open.owner).isEmpty)
            #expect(try await keep(open, "Twice", over: 1, of: subject) == .kept(number: 2, isBehind: true))
            #expect(
                try await open.journal.unsaved(.reflection(id), of: open.owner)?.typed.words["learn"] == "Twice")
        }
    }

    @Test func `nobody keeps anything at another's reflection, and there is an end to beginnings`() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.member(open.peer)])
            let subject = Unsaved.Subject.reflection(reflection.id)
            #expect(
                try await open.journal.keep(
                    typed("Mine"), model: .cycle, over: 1, number: 0, of: subject, by: open.peer) == nil)
            for _ in 0..<Unsaved.most {
                _ = try await open.journal.keep(
                    typed("One more"), model: .cycle, over: 0, number: 0, of: .new(open.key()), by: open.peer)
            }
            let last = try await open.journal.keep(
                typed("Too many"), model: .cycle, over: 0, number: 0, of: .new(open.key()), by: open.peer)
            #expect(last == .tooMany)
            let long = try await open.journal.keep(
                typed(String(repeating: "a", count: Unsaved.mostBytes + 1)), model: .cycle, over: 1, number: 0,
                of: subject, by: open.owner)
            #expect(long == .tooLong)
        }
    }

    @Test func `who leaves takes it along`() async throws {
        try await withJournal { open in
            _ = try await open.journal.keep(
                typed("marker-unsaved"), model: .cycle, over: 0, number: 0, of: .new(open.key()), by: open.peer)
            try await open.journal.erase(everythingOf: open.peer)
            try await open.journal.database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            let file = try Data(contentsOf: open.folder.appending(path: "learning.sqlite"))
            #expect(file.range(of: Data("marker-unsaved".utf8)) == nil)
        }
    }
}
