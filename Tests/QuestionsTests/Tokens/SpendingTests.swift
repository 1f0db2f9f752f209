import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import Questions

struct SpendingTests {
    private func withTokens(_ body: (OpenDesk, TokenKey) async throws -> Void) async throws {
        try await withDesk { open in
            let key = try FixtureKey.of(Epoch(containing: open.clock.world.today))
            try await open.desk.database.write { db in
                try db.execute(
                    sql: "INSERT INTO token_key (epoch, key) VALUES (?, ?)", arguments: [key.epoch.number, key.stored])
            }
            try await body(open, key)
        }
    }

    @Test func `a token buys one question`() async throws {
        try await withTokens { open, key in
            let token = try key.draw(from: open.clock.world)
            let first = try await open.desk.ask(
                try await open.draft("May I leave before the year is over?"), receipt: token.receipt, spending: token)
            let second = try await open.desk.ask(
                try await open.draft("And may my colleague leave as well?"), receipt: Receipt(from: open.clock.world),
                spending: token)
            #expect(first == .accepted)
            #expect(second == .tokenUsed)
        }
    }

    @Test func `a lost reply does no harm: the same form again is accepted and changes nothing`() async throws {
        try await withTokens { open, key in
            let token = try key.draw(from: open.clock.world)
            let draft = try await open.draft("May I leave before the year is over?")
            for _ in 1...3 {
                #expect(try await open.desk.ask(draft, receipt: token.receipt, spending: token) == .accepted)
            }
            #expect(try await open.rows("arrival").count == 1)
        }
    }

    @Test func `64 at once spend one token: one question is taken`() async throws {
        try await withTokens { open, key in
            let token = try key.draw(from: open.clock.world)
            let desk = open.desk
            let topics = try await desk.topics()
            let answers = try await withThrowingTaskGroup(of: Desk.Spent.self) { group in
                for number in 1...64 {
                    let receipt = Receipt(from: open.clock.world)
                    let draft = try Question.Draft(
                        topic: "careers", text: "Question \(number) of sixty-four at once.", agreed: true,
                        topics: topics)
                    group.addTask { try await desk.ask(draft, receipt: receipt, spending: token) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count { $0 == .accepted } == 1)
            #expect(answers.count { $0 == .tokenUsed } == 63)
        }
    }

    @Test func `a forged token is refused`() async throws {
        try await withTokens { open, key in
            let token = try key.draw(from: open.clock.world)
            var signature = token.signature
            signature[100] ^= 1
            let forged = Token(epoch: token.epoch, message: token.message, signature: signature)
            let draft = try await open.draft("May I leave before the year is over?")
            #expect(try await open.desk.ask(draft, receipt: token.receipt, spending: forged) == .tokenForged)
        }
    }

    @Test func `a token holds until the end of the next epoch`() async throws {
        try await withTokens { open, key in
            let world = open.clock.world
            let tokens = try (0..<2).map { _ in try key.draw(from: world) }
            open.clock.advance(days: key.epoch.lastDay - world.today + 28)
            let draft = try await open.draft("May I leave before the year is over?")
            #expect(try await open.desk.ask(draft, receipt: tokens[0].receipt, spending: tokens[0]) == .accepted)
            open.clock.advance(days: 1)
            #expect(try await open.desk.ask(draft, receipt: tokens[1].receipt, spending: tokens[1]) == .tokenExpired)
        }
    }

    @Test func `spent tokens and keys are forgotten after their epoch`() async throws {
        try await withTokens { open, key in
            let token = try key.draw(from: open.clock.world)
            let draft = try await open.draft("May I leave before the year is over?")
            _ = try await open.desk.ask(draft, receipt: token.receipt, spending: token)
            open.clock.advance(days: 56)
            try await open.desk.forgetEpochs()
            #expect(try await open.rows("spent_token").isEmpty)
            #expect(try await open.rows("token_key").isEmpty)
        }
    }

    @Test func `nothing of a spent token tells of the question it bought`() async throws {
        try await withTokens { open, key in
            let token = try key.draw(from: open.clock.world)
            let draft = try await open.draft("May I leave before the year is over?")
            _ = try await open.desk.ask(draft, receipt: Receipt(from: open.clock.world), spending: token)
            let columns = try await open.desk.database.read { db in try db.columns(in: "spent_token").map(\.name) }
            #expect(columns == ["token", "epoch"])
            #expect(try open.files(holding: token.signature).isEmpty)
            #expect(try open.files(holding: token.message).isEmpty)
        }
    }
}
