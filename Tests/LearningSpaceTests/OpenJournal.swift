import Foundation
import LearningSpace
import Storage
import TestSupport
import Testing

/// Swift Testing has a `Comment` too; in these tests it is always a peer's.
typealias Comment = LearningSpace.Comment

/// A journal on a real file, and the people of every test: who writes, a peer who is let in, a stranger who is not.
struct OpenJournal: Sendable {
    let journal: Journal
    let clock: TestWorld
    let folder: URL
    let owner: PersonID
    let peer: PersonID
    let stranger: PersonID

    var today: Day { clock.world.today }

    func key() -> SendingKey { clock.world.id() }

    /// A reflection of the owner's, private.
    func begun(
        _ title: String = "First time in the chair", words: [String: String] = ["learn": "I chaired the meeting."]
    ) async throws -> Reflection {
        let saving = try await journal.begin(try .init(title: title, words: words), by: owner, key: key())
        return try #require(saving.saved)
    }

    @discardableResult
    func share(
        _ reflection: Reflection, _ stages: [String] = ReflectionModel.cycle.stages.map(\.name),
        with audiences: [Share.Audience], until: Day? = nil
    ) async throws -> [Share] {
        let draft = try Share.Draft(stages, with: audiences, by: owner, until: until, today: today)
        return try #require(try await journal.share(reflection.id, draft, by: owner)).shares
    }

    /// - Parameter isShown: whether both agree that every reader sees it.
    func say(
        _ body: String, on reflection: Reflection, at place: Comment.Place = .reflection, by author: PersonID,
        isShown: Bool = true, mayName: Bool = false
    ) async throws -> ID<Comment>? {
        clock.advance(minutes: 1)
        let said = try await journal.comment(
            try .init(body: body, isForReaders: isShown, mayName: mayName), on: reflection.id, at: place, by: author,
            key: key())
        if let said, isShown { _ = try await journal.show(said, true, by: owner) }
        return said
    }

    /// What a person reads of the conversation, as lines indented by depth.
    func conversation(on reflection: Reflection, readBy reader: PersonID) async throws -> [String] {
        let reading = try #require(try await journal.reading(of: reflection.id, by: reader))
        return reading.threads.flatMap { thread in
            thread.comments.map { comment in
                let line =
                    switch comment.content {
                    case .words(let body, _): body
                    case .muted: "(muted)"
                    case .removed(.author): "(taken back)"
                    case .removed(.owner): "(removed by the owner)"
                    case .removed(.moderator): "(removed by a moderator)"
                    }
                return String(repeating: "  ", count: comment.depth) + line
            }
        }
    }
}

func withJournal(
    limits: EvidenceLimits = .usual, _ body: (OpenJournal) async throws -> Void
) async throws {
    try await withTemporaryFolder { folder in
        let clock = TestWorld()
        let world = clock.world
        try await body(
            OpenJournal(
                journal: try Journal(folder: folder, world: world, limits: limits), clock: clock, folder: folder,
                owner: world.id(), peer: world.id(), stranger: world.id()))
    }
}

extension Saving {
    var saved: Reflection? { if case .saved(let reflection) = self { reflection } else { nil } }
}

extension Reflection {
    /// The words by the stage's name, as a form would send them.
    var words: [String: String] {
        Dictionary(uniqueKeysWithValues: stages.map { ($0.asks.name, $0.words) })
    }
}
