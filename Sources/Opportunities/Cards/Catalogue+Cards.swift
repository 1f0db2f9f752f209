import GRDB
package import Storage

/// Adverts that were taken for one opportunity, for whoever looks whether that is right.
package struct JoinedCard: Sendable {
    package let adverts: [Advert]

    package struct Advert: Sendable {
        package let id: ID<Opportunity>
        package let title: String
        package let organisation: String?
        package let place: String
        package let source: String
        /// Why it is the same as the one of the card that it is most like.
        package let reason: String
    }
}

/// What an administrator said is not the same.
package struct PartedCard: Sendable {
    package let id: ID<Opportunity>
    package let title: String
    package let source: String
    package let from: [String]
}

extension Catalogue {
    /// A page of the cards that stand for several adverts, the newest adverts first.
    package func joinedCards(page: Int, size: Int) async throws -> (cards: [JoinedCard], count: Int) {
        try await file.read { db in
            let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM card WHERE card = opportunity") ?? 0
            let firsts = try Int.fetchAll(
                db,
                sql: "SELECT card FROM card GROUP BY card ORDER BY max(opportunity) DESC LIMIT ? OFFSET ?",
                arguments: [size, (page - 1) * size])
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT card, number, id, opportunity.title, organisation, remote, source.title AS source, reason
                    FROM card JOIN opportunity ON number = opportunity JOIN source ON source.name = opportunity.source
                    WHERE card IN \(firsts) ORDER BY card, number
                    """
            ).fetchAll(db)
            let places = try Whereabouts.all(of: rows.map { $0["number"] }, in: db)
            let byCard = Dictionary(grouping: rows) { $0["card"] as Int }
            let cards = firsts.map { first in
                JoinedCard(
                    adverts: (byCard[first] ?? []).map { row in
                        let place = Whereabouts.summary(places[row["number"]] ?? [], isRemote: row["remote"], near: nil)
                        return JoinedCard.Advert(
                            id: row["id"], title: row["title"], organisation: row["organisation"], place: place.words,
                            source: row["source"], reason: row["reason"])
                    })
            }
            return (cards, count)
        }
    }

    /// A page of what was parted and is still there.
    package func partedCards(page: Int, size: Int) async throws -> (cards: [PartedCard], count: Int) {
        try await file.read { db in
            let parted = """
                (SELECT DISTINCT source, provider_id FROM parted) JOIN opportunity USING (source, provider_id)
                JOIN source ON source.name = opportunity.source
                """
            let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(parted)") ?? 0
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT id, opportunity.title, source.title AS source, source.name, provider_id FROM \(parted)
                    ORDER BY number DESC LIMIT ? OFFSET ?
                    """, arguments: [size, (page - 1) * size])
            let cards = try rows.map { row in
                let others = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT o.title, s.title AS source FROM parted AS p
                        JOIN opportunity AS o ON o.source = p.other_source AND o.provider_id = p.other_provider_id
                        JOIN source AS s ON s.name = o.source
                        WHERE p.source = ? AND p.provider_id = ? ORDER BY o.number
                        """, arguments: [row["name"], row["provider_id"]])
                return PartedCard(
                    id: row["id"], title: row["title"], source: row["source"],
                    from: others.map { "“\($0["title"] as String)” on \($0["source"] as String)" })
            }
            return (cards, count)
        }
    }
}
