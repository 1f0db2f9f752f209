import GRDB
package import Storage

extension Desk {
    /// The reasons for declining that can be chosen, in their order.
    package func reasons() async throws -> [Reason] {
        try await allReasons().filter { !$0.isRetired }
    }

    /// Those in use first, then the retired.
    package func allReasons() async throws -> [Reason] {
        try await database.read { db in
            try Row.fetchAll(db, sql: "SELECT id, words, retired FROM reason ORDER BY retired, place, id").map {
                Reason(id: $0["id"], words: $0["words"], isRetired: $0["retired"])
            }
        }
    }

    /// Adds a reason at the end.
    /// - Throws: `Invalid` where the list has these words already.
    package func add(_ draft: Reason.Draft) async throws {
        try await database.write { [world] db in
            try Self.refuseSame(draft, besides: nil, db)
            try db.execute(
                sql: """
                    INSERT INTO reason (id, words, place, retired)
                    SELECT ?, ?, coalesce(max(place), 0) + 1, 0 FROM reason
                    """, arguments: [world.id(of: Reason.self), draft.words])
        }
    }

    /// Says a reason in other words, for questions declined from now on.
    /// - Returns: false where there is no such reason.
    package func change(_ id: ID<Reason>, to draft: Reason.Draft) async throws -> Bool {
        try await database.write { db in
            try Self.refuseSame(draft, besides: id, db)
            try db.execute(sql: "UPDATE reason SET words = ? WHERE id = ?", arguments: [draft.words, id])
            return db.changesCount > 0
        }
    }

    /// - Returns: false where there is no such reason.
    package func retire(_ id: ID<Reason>, _ isRetired: Bool = true) async throws -> Bool {
        try await database.write { db in
            try db.execute(sql: "UPDATE reason SET retired = ? WHERE id = ?", arguments: [isRetired, id])
            return db.changesCount > 0
        }
    }

    private static func refuseSame(_ draft: Reason.Draft, besides id: ID<Reason>?, _ db: Database) throws {
        let isRetired = try Bool.fetchOne(
            db, sql: "SELECT retired FROM reason WHERE words = ? AND id IS NOT ?", arguments: [draft.words, id])
        guard let isRetired else { return }
        throw Invalid(
            "words",
            isRetired
                ? "A retired reason has these words. Bring it back instead." : "The list has this reason already.")
    }
}
