import Foundation
import GRDB
package import Storage

extension Step.Kind {
    /// Whether a moderator has the next word: elsewhere nobody needs to know who looks.
    var waitsForModerator: Bool { self == .received || self == .answered }
}

extension Desk {
    /// Takes the lease for somebody who opens a question, or prolongs theirs; where another has it, they keep it.
    /// - Returns: the lease that holds now; nil where the question waits for no moderator, or is kept from this person.
    package func lease(_ id: ID<Question>, to person: PersonID) async throws -> Lease? {
        try await database.write { [world] db in
            try Self.endLeases(at: world, db)
            guard let question = try Self.question(db, id), question.step.kind.waitsForModerator,
                !question.excluded.contains(person)
            else { return nil }
            try db.execute(
                sql: """
                    INSERT INTO lease (question, person, opening, until) VALUES (?, ?, ?, ?)
                    ON CONFLICT (question) DO UPDATE SET opening = excluded.opening, until = excluded.until
                    WHERE person = excluded.person
                    """, arguments: [id, person, world.id(of: Lease.self), Self.minute(of: world) + Lease.minutes])
            return try Row.fetchOne(
                db, sql: "SELECT person, opening, until FROM lease WHERE question = ?", arguments: [id]
            ).map {
                Lease(
                    person: $0["person"], opening: $0["opening"],
                    until: Date(timeIntervalSince1970: Double($0["until"] as Int) * 60))
            }
        }
    }

    /// Ends somebody's lease on one question.
    /// - Parameter opening: the page that closes; nil to end it whichever page is open.
    package func leave(_ id: ID<Question>, opening: ID<Lease>? = nil, by person: PersonID) async throws {
        try await database.write { db in
            try db.execute(
                sql: "DELETE FROM lease WHERE question = ?1 AND person = ?2 AND (?3 IS NULL OR opening = ?3)",
                arguments: [id, person, opening])
        }
    }

    /// Ends all of somebody's leases, as they sign out.
    package func leaveEverything(_ person: PersonID) async throws {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM lease WHERE person = ?", arguments: [person])
        }
    }

    /// After an act that left the question where it was: who has the lease keeps it for another ten minutes.
    static func prolongLease(on question: ID<Question>, of person: PersonID, _ world: World, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE lease SET until = ? WHERE question = ? AND person = ?",
            arguments: [minute(of: world) + Lease.minutes, question, person])
    }

    /// Deletes the leases whose time is over.
    static func endLeases(at world: World, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM lease WHERE until <= ?", arguments: [minute(of: world)])
    }

    /// Since 1970.
    static func minute(of world: World) -> Int { Int(world.now().timeIntervalSince1970 / 60) }
}
