import GRDB
package import Storage

extension Catalogue {
    /// What became of a wish to save something.
    package enum SavingListing: Sendable {
        case saved, unknown
        /// There is no room for more than `mostSaved`.
        case full
    }

    package static let mostSaved = 500

    /// Puts an opportunity on a member's shortlist, as it is now. Again does nothing.
    package func save(_ id: ID<Opportunity>, of member: PersonID) async throws -> SavingListing {
        let (today, key) = (world.today, world.id(of: SavedOpportunity.self))
        return try await file.write { db in
            let isSaved = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM shortlisted WHERE member = ? AND opportunity = ?)",
                arguments: [member, id])
            if isSaved == true { return .saved }
            guard let opportunity = try Opportunity.stored(id, db) else { return .unknown }
            let count = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM shortlisted WHERE member = ?", arguments: [member])
            guard (count ?? 0) < Self.mostSaved else { return .full }
            try Keepsake(opportunity).insert(id, of: member, key: key, on: today, db)
            return .saved
        }
    }

    /// Takes it off the shortlist, with all that was noted about it. Again does nothing.
    package func unsave(_ id: ID<Opportunity>, of member: PersonID) async throws {
        try await file.write { db in
            try db.execute(
                sql: "DELETE FROM shortlisted WHERE member = ? AND opportunity = ?", arguments: [member, id])
        }
    }

    /// What a member saved, the latest first.
    package func shortlist(of member: PersonID) async throws -> [SavedOpportunity] {
        try await file.read { db in try SavedOpportunity.stored(of: member, db) }
    }

    /// Nil where the member has not saved it.
    package func saved(_ id: ID<Opportunity>, of member: PersonID) async throws -> SavedOpportunity? {
        try await file.read { db in try SavedOpportunity.stored(of: member, only: id, db).first }
    }

    /// Which of these a member has saved, for the marks beside results.
    package func saved(among ids: [ID<Opportunity>], of member: PersonID) async throws -> Set<ID<Opportunity>> {
        try await file.read { db in
            let found = try SQLRequest<ID<Opportunity>>(
                literal: "SELECT opportunity FROM shortlisted WHERE member = \(member) AND opportunity IN \(ids)"
            ).fetchAll(db)
            return Set(found)
        }
    }

    /// Notes what a member says about something they saved.
    /// - Returns: where it stands now; nil where they have not saved it, or that cannot follow on where it stood.
    package func note(_ move: Pursuit.Move, about id: ID<Opportunity>, of member: PersonID) async throws -> Pursuit? {
        let today = world.today
        return try await file.write { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT pursuit, since, hours FROM shortlisted WHERE member = ? AND opportunity = ?",
                arguments: [member, id])
            guard let moved = row.map({ Pursuit($0) })?.moving(move, on: today) else { return nil }
            try moved.store(id, of: member, db)
            return moved
        }
    }

    /// Notes that a reflection on it was begun: after it was, so that a note never stands for nothing.
    package func noteReflection(on id: ID<Opportunity>, of member: PersonID) async throws {
        let today = world.today
        try await file.write { db in
            try db.execute(
                sql: "UPDATE shortlisted SET reflected = ? WHERE member = ? AND opportunity = ? AND reflected IS NULL",
                arguments: [today, member, id])
        }
    }

    /// Everything of someone who leaves. Again does nothing.
    package func erase(everythingOf member: PersonID) async throws {
        try await file.write { db in
            for table in ["shortlisted", "saved_search"] {
                try db.execute(sql: "DELETE FROM \(table) WHERE member = ?", arguments: [member])
            }
        }
    }
}
