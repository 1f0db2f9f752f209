import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import LearningSpace

@Suite("Comments are reported, and a moderator decides")
struct ReportTests {
    private func draft(_ reason: CommentReport.Reason = .unkind, _ words: String = "") throws -> CommentReport.Draft {
        try CommentReport.Draft(reason: reason.rawValue, words: words)
    }

    /// A shared reflection with the peer's comment on it.
    private func commented(_ open: OpenJournal) async throws -> (Reflection, ID<Comment>) {
        let reflection = try await open.begun()
        try await open.share(reflection, with: [.member(open.peer)])
        return (reflection, try #require(try await open.say("You were dreadful.", on: reflection, by: open.peer)))
    }

    @Test("Who can read a comment can report it, but for its writer; who reports is not kept")
    func reported() async throws {
        try await withJournal { open in
            let (reflection, comment) = try await commented(open)
            #expect(try await !open.journal.report(try draft(), comment, on: reflection.id, by: open.stranger))
            #expect(try await !open.journal.report(try draft(), comment, on: reflection.id, by: open.peer))
            for _ in 0..<2 {
                #expect(try await open.journal.report(try draft(), comment, on: reflection.id, by: open.owner))
            }
            let reported = try #require(try await open.journal.reportedComments().first)
            #expect(reported.id == comment && reported.body == "You were dreadful." && reported.author == open.peer)
            #expect(reported.reports.count == 1)
            let columns = try await open.journal.database.read { try $0.columns(in: "report").map(\.name) }
            #expect(columns == ["id", "comment", "reason", "words"])
        }
    }

    @Test("Removed by a moderator, a comment leaves a tombstone, its replies, and no report")
    func removed() async throws {
        try await withJournal { open in
            let (reflection, comment) = try await commented(open)
            _ = try await open.say("I was.", on: reflection, at: .reply(to: comment), by: open.owner)
            #expect(try await !open.journal.removeReported(comment), "nobody reports it")
            _ = try await open.journal.report(try draft(), comment, on: reflection.id, by: open.owner)
            #expect(try await open.journal.removeReported(comment))
            #expect(try await !open.journal.removeReported(comment))
            let left = try await open.conversation(on: reflection, readBy: open.peer)
            #expect(left == ["(removed by a moderator)", "  I was."])
            #expect(try await open.journal.reportedComments().isEmpty)
            #expect(try await open.journal.countOfReportedComments() == 0)
        }
    }

    @Test("A report goes with the words it is about, whoever takes them away")
    func goesAlong() async throws {
        try await withJournal { open in
            typealias Act = (Reflection, ID<Comment>) async throws -> Void
            let acts: [Act] = [
                { (_, comment) in _ = try await open.journal.remove(comment, by: open.peer) },
                { (reflection, _) in _ = try await open.journal.erase(reflection.id, by: open.owner) },
                { (_, _) in try await open.journal.erase(everythingOf: open.peer) },
            ]
            for act in acts {
                let (reflection, comment) = try await commented(open)
                _ = try await open.journal.report(try draft(), comment, on: reflection.id, by: open.owner)
                #expect(try await open.journal.countOfReportedComments() == 1)
                try await act(reflection, comment)
                #expect(try await open.journal.countOfReportedComments() == 0)
            }
        }
    }

    @Test("Dismissed, a report is gone, and one that came since stays")
    func dismissed() async throws {
        try await withJournal { open in
            let (reflection, comment) = try await commented(open)
            _ = try await open.journal.report(try draft(), comment, on: reflection.id, by: open.owner)
            let seen = try await open.journal.reportedComments().flatMap(\.reports).map(\.id)
            _ = try await open.journal.report(
                try draft(.other, "It is a threat."), comment, on: reflection.id, by: open.owner)
            try await open.journal.dismiss(seen)
            #expect(try await open.journal.reportedComments().flatMap(\.reports).map(\.words) == ["It is a threat."])
        }
    }

    @Test("A journal from before there were reports keeps every comment and every reply")
    func migrated() async throws {
        try await withTemporaryFolder { folder in
            let world = TestWorld().world
            let (owner, peer): (PersonID, PersonID) = (world.id(), world.id())
            let (reflection, first, second): (ID<Reflection>, ID<Comment>, ID<Comment>) = (
                world.id(), world.id(), world.id()
            )
            let older = try DatabaseQueue(path: folder.appending(path: "learning.sqlite").path)
            try Schema.migrations.migrate(older, upTo: "1 reflections, shares, comments")
            try await older.write { db in
                try db.execute(
                    sql: "INSERT INTO reflection VALUES (?, ?, ?, 'cycle', 'First', NULL, NULL, 1, ?, ?)",
                    arguments: [reflection, owner, first, world.now(), world.now()])
                for (id, parent, author, body, remover) in [
                    (first, nil, nil, nil, "owner"), (second, first, peer, "Well said.", nil),
                ] as [(ID<Comment>, ID<Comment>?, PersonID?, String?, String?)] {
                    try db.execute(
                        sql: "INSERT INTO comment VALUES (?, ?, ?, NULL, ?, ?, ?, ?, ?)",
                        arguments: [id, reflection, parent, id, author, body, remover, world.now()])
                }
            }
            try older.close()
            let journal = try Journal(folder: folder, world: world)
            let comments = try #require(try await journal.reading(of: reflection, by: owner)).threads.flatMap(
                \.comments)
            #expect(comments.map(\.id) == [first, second])
            #expect(comments.map(\.depth) == [0, 1])
            #expect(comments[0].content == .removed(by: .owner))
            #expect(try await journal.erase(reflection, by: owner))
        }
    }
}
