import GRDB
package import Storage

extension Journal {
    /// Puts a file at one more place. Again changes nothing.
    ///
    /// - Returns: false where the owner has no such file, or no such place.
    package func put(_ id: ID<Evidence>, at place: Evidence.Place, by owner: PersonID) async throws -> Bool {
        try await database.write { db in
            guard try Evidence.stored(id, of: owner, in: db) != nil, try place.isOf(owner, in: db) else { return false }
            try place.put(id, in: db)
            return true
        }
    }

    /// Takes a file away from a place; it stays among the owner's files.
    ///
    /// - Returns: false where it does not stand there.
    package func take(_ id: ID<Evidence>, from place: Evidence.Place, by owner: PersonID) async throws -> Bool {
        try await database.write { db in
            guard try Evidence.stored(id, of: owner, in: db) != nil else { return false }
            switch place {
            case .activity(let activity):
                try db.execute(
                    sql: "DELETE FROM evidence_of_activity WHERE activity = ? AND evidence = ?",
                    arguments: [activity, id])
            case .goal(let goal):
                try db.execute(
                    sql: "DELETE FROM evidence_of_goal WHERE goal = ? AND evidence = ?", arguments: [goal, id])
            case .stage(let stage, let reflection):
                try db.execute(
                    sql: "DELETE FROM evidence_of_stage WHERE reflection = ? AND stage = ? AND evidence = ?",
                    arguments: [reflection, stage, id])
            }
            return db.changesCount > 0
        }
    }
}

extension Evidence.Place {
    func isOf(_ owner: PersonID, in db: Database) throws -> Bool {
        let (sql, arguments): (String, StatementArguments) =
            switch self {
            case .activity(let id): ("SELECT 1 FROM activity WHERE id = ? AND owner = ?", [id, owner])
            case .goal(let id): ("SELECT 1 FROM goal WHERE id = ? AND owner = ?", [id, owner])
            case .stage(let name, let id):
                (
                    """
                    SELECT 1 FROM reflection JOIN stage ON stage.reflection = reflection.id
                    WHERE reflection.id = ? AND reflection.owner = ? AND stage.name = ?
                    """, [id, owner, name]
                )
            }
        return try Bool.fetchOne(db, sql: sql, arguments: arguments) ?? false
    }

    func put(_ id: ID<Evidence>, in db: Database) throws {
        switch self {
        case .activity(let activity):
            try db.execute(
                sql: "INSERT INTO evidence_of_activity (activity, evidence) VALUES (?, ?) ON CONFLICT DO NOTHING",
                arguments: [activity, id])
        case .goal(let goal):
            try db.execute(
                sql: "INSERT INTO evidence_of_goal (goal, evidence) VALUES (?, ?) ON CONFLICT DO NOTHING",
                arguments: [goal, id])
        case .stage(let stage, let reflection):
            try db.execute(
                sql:
                    "INSERT INTO evidence_of_stage (reflection, stage, evidence) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                arguments: [reflection, stage, id])
        }
    }
}
