import GRDB
package import Storage

/// An opportunity as it stands after its last change, for whoever follows this catalogue.
package struct PassedOn: Sendable {
    package let id: ID<Opportunity>
    /// The higher, the later; no two items have the same.
    package let change: Int
    /// Nil once it is withdrawn, or gone.
    package let live: Live?

    package struct Live: Sendable {
        package let opportunity: Opportunity
        /// The id its source gave it.
        package let providerID: String
        /// The times of the week it names, where it names a day and a part of the day.
        package let slots: [Slot]
    }
}

extension Catalogue {
    static let feedSQL = """
        SELECT change, coalesce(opportunity.id, gone) AS id, opportunity.number, withdrawn, provider_id
        FROM passed_on LEFT JOIN opportunity ON opportunity.number = passed_on.opportunity
        WHERE change > ? ORDER BY change LIMIT ?
        """

    /// What changed after a change, in the order of the changes. An item that changes again moves to the end: whoever
    /// reads on from the last one they know misses none.
    ///
    /// - Parameters:
    ///   - change: the last one that is known; 0 for everything.
    ///   - most: how many.
    package func feed(after change: Int, most: Int) async throws -> [PassedOn] {
        try await file.read { db in
            let rows = try Row.fetchAll(db, sql: Self.feedSQL, arguments: [change, most])
            return try rows.map { row in
                PassedOn(id: row["id"], change: row["change"], live: try PassedOn.Live(row, db))
            }
        }
    }
}

extension PassedOn.Live {
    fileprivate init?(_ row: Row, _ db: Database) throws {
        guard let number: Int = row["number"], row["withdrawn"] == DatabaseValue.null,
            let opportunity = try Opportunity.stored(row["id"], db)
        else { return nil }
        self.opportunity = opportunity
        providerID = row["provider_id"]
        slots = try Row.fetchAll(
            db,
            sql: """
                SELECT weekday, part FROM slot WHERE opportunity = ? AND weekday > 0 AND part <> ''
                ORDER BY weekday, part
                """, arguments: [number]
        ).map { Slot(weekday: Weekday(rawValue: $0["weekday"]), part: PartOfDay(rawValue: $0["part"])) }
    }
}
