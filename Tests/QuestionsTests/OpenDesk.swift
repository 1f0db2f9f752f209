import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import Questions

/// A desk on a real file with two topics, two moderators and two experts.
struct OpenDesk: Sendable {
    let desk: Desk
    let clock: TestWorld
    let folder: URL
    let yasmin: PersonID
    let alasdair: PersonID
    let nerys: PersonID
    let desmond: PersonID

    static let answer = "Write down what you did, and then what you would do differently."

    func draft(_ text: String, topic: String = "careers") async throws -> Question.Draft {
        try Question.Draft(topic: topic, text: text, agreed: true, topics: try await desk.topics())
    }

    /// A question that waits for the next batch.
    @discardableResult
    func sent(_ text: String, topic: String = "careers", receipt: Receipt? = nil) async throws -> Receipt {
        let receipt = receipt ?? Receipt(from: clock.world)
        #expect(try await desk.ask(try await draft(text, topic: topic), receipt: receipt) == .accepted)
        return receipt
    }

    /// A question that has come to the desk.
    func asked(_ text: String, topic: String = "careers", receipt: Receipt? = nil) async throws -> Question {
        try await sent(text, topic: topic, receipt: receipt)
        _ = try await desk.batch()
        let waiting = try #require(try await desk.queue(for: yasmin).first { $0.text == text })
        return try await now(waiting.id)
    }

    func now(_ id: ID<Question>) async throws -> Question { try #require(try await desk.question(id, for: yasmin)) }

    @discardableResult
    func redact(_ words: String, as kind: Redaction.Kind = .name, in id: ID<Question>) async throws -> Question {
        try await desk.redact(words, as: kind, in: id, version: try await now(id).version, by: yasmin)
        return try await now(id)
    }

    @discardableResult
    func assign(_ id: ID<Question>, to expert: PersonID? = nil) async throws -> Question {
        try await desk.assign(id, to: expert ?? nerys, version: try await now(id).version, by: yasmin)
        return try await now(id)
    }

    @discardableResult
    func answer(_ id: ID<Question>, _ text: String = answer, by expert: PersonID? = nil) async throws -> Question {
        let version = try await now(id).version
        try await desk.answer(id, try Answer.Draft(text), version: version, by: expert ?? nerys)
        return try await now(id)
    }

    /// Released by a moderator: the next batch publishes it.
    @discardableResult
    func approve(_ id: ID<Question>, to readers: Desk.Readers = .everybody) async throws -> Question {
        try await desk.release(id, to: readers, version: try await now(id).version, by: yasmin)
        return try await now(id)
    }

    /// Released, and the batch has passed.
    @discardableResult
    func release(_ id: ID<Question>) async throws -> Question {
        try await approve(id)
        _ = try await desk.batch()
        return try await now(id)
    }

    func standing(_ receipt: Receipt) async throws -> Desk.Standing {
        try #require(try await desk.standing(of: receipt))
    }

    /// What the asker decides on the page they would see now.
    func decide(_ act: AskerAct, _ receipt: Receipt) async throws {
        try await desk.take(act, through: receipt, version: try await standing(receipt).version)
    }

    /// The same, and the batch has passed.
    @discardableResult
    func bringIn(_ act: AskerAct, _ receipt: Receipt) async throws -> Desk.Standing {
        try await decide(act, receipt)
        _ = try await desk.batch()
        return try await standing(receipt)
    }

    @discardableResult
    func decline(_ id: ID<Question>, _ reason: String = "This names a person.") async throws -> Question {
        try await desk.decline(id, reason: reason, version: try await now(id).version, by: yasmin)
        return try await now(id)
    }

    /// A question that went the whole way.
    @discardableResult
    func published(_ text: String, topic: String = "careers", answer words: String = answer) async throws -> Question {
        let id = try await asked(text, topic: topic).id
        try await assign(id)
        try await answer(id, words)
        return try await release(id)
    }

    func outcome(_ act: () async throws -> Void) async -> Desk.Refusal? {
        do {
            try await act()
            return nil
        } catch {
            return error as? Desk.Refusal
        }
    }

    func found(_ typed: String, topic: String? = nil) async throws -> [ID<Question>] {
        try await desk.search(typed, topic: topic, page: 1).items.map(\.id)
    }

    /// Every value in the tables whose names begin so.
    func rows(_ prefix: String = "") async throws -> [String] {
        try await desk.database.read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE ? ORDER BY name",
                arguments: [prefix + "%"])
            return try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { row in
                    "\(table): " + row.map { "\($0)=\($1)" }.joined(separator: " ")
                }.sorted()
            }
        }
    }

    /// The files in which these bytes stand, logs included.
    func files(holding bytes: Data) throws -> [String] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { try Data(contentsOf: $0).range(of: bytes) != nil }.map(\.lastPathComponent).sorted()
    }
}

func withDesk(_ body: (OpenDesk) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
        let clock = TestWorld()
        let world = clock.world
        let desk = try Desk(folder: folder, world: world)
        let open = OpenDesk(
            desk: desk, clock: clock, folder: folder, yasmin: world.id(), alasdair: world.id(), nerys: world.id(),
            desmond: world.id())
        try await desk.save(try Topic(name: "Careers", about: "Changing direction, and staying."))
        try await desk.save(try Topic(name: "Small business", about: "Prices, cash and first employees."))
        try await desk.save(
            try Expert.Profile(headline: "Supervisor of coaches", about: "", topics: ["careers"]), of: open.nerys)
        try await desk.save(
            try Expert.Profile(headline: "Adviser to small firms", about: "", topics: ["small-business"]),
            of: open.desmond)
        try await body(open)
    }
}
