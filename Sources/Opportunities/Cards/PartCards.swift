import GRDB
package import Storage

extension Catalogue {
    /// An administrator says that an advert is not the same as the others on its card. It holds until they take it back,
    /// whatever is harvested.
    /// - Returns: whether it was on a card.
    package func part(_ id: ID<Opportunity>) async throws -> Bool {
        try await edit { db in
            guard let advert = try PartedAdvert(id, db) else { return false }
            let mates = try CardMates(of: [advert.number], in: db).mates(of: advert.number)
            for mate in mates {
                try db.execute(
                    sql: """
                        INSERT INTO parted (source, provider_id, other_source, other_provider_id)
                        SELECT ?, ?, source, provider_id FROM opportunity WHERE number = ?
                        """, arguments: [advert.source, advert.providerID, mate])
            }
            try joinAgain([advert.number] + mates, db)
            return !mates.isEmpty
        }
    }

    /// Takes that back.
    /// - Returns: whether there was something to take back.
    package func unpart(_ id: ID<Opportunity>) async throws -> Bool {
        try await edit { db in
            guard let advert = try PartedAdvert(id, db) else { return false }
            let others = try Int.fetchAll(
                db,
                sql: """
                    SELECT number FROM parted AS p JOIN opportunity AS o
                        ON o.source = p.other_source AND o.provider_id = p.other_provider_id
                    WHERE p.source = ? AND p.provider_id = ?
                    """, arguments: [advert.source, advert.providerID])
            try db.execute(
                sql: "DELETE FROM parted WHERE source = ? AND provider_id = ?",
                arguments: [advert.source, advert.providerID])
            guard db.changesCount > 0 else { return false }
            try joinAgain([advert.number] + others, db)
            return true
        }
    }

    /// What a person has changed, searches show them at once.
    private func edit(_ change: @escaping @Sendable (Database) throws -> Bool) async throws -> Bool {
        let (isChanged, generation) = try await file.write { db in
            (try change(db), try Snapshot.generation(db))
        }
        if isChanged { snapshots.demand(generation) }
        return isChanged
    }

    private func joinAgain(_ numbers: [Int], _ db: Database) throws {
        for number in numbers {
            try db.execute(sql: CardTables.makeDue, arguments: [number])
        }
        let joining = CardJoining(db, places)
        try joining.join(numbers)
    }
}

private struct PartedAdvert {
    let number: Int
    let source: String
    let providerID: String

    init?(_ id: ID<Opportunity>, _ db: Database) throws {
        let row = try Row.fetchOne(
            db, sql: "SELECT number, source, provider_id FROM opportunity WHERE id = ?", arguments: [id])
        guard let row else { return nil }
        (number, source, providerID) = (row[0], row[1], row[2])
    }
}
