import GRDB
package import Storage
import TextSearch

/// The other adverts on one advert's card.
package struct CardOfAdvert: Sendable {
    /// The same opportunity.
    package let copies: [Copy]
    /// The same title from the same organisation elsewhere or at other times: the nearest to it first.
    package let elsewhere: [Elsewhere]

    package struct Copy: Sendable {
        package let id: ID<Opportunity>
        package let source: String
        package let attribution: String
        package let link: String?
    }

    package struct Elsewhere: Sendable {
        package let id: ID<Opportunity>
        package let place: String
        /// From the nearest place of the advert; nil where either has none.
        package let miles: Double?
        package let next: Day?
        package let source: String
    }

    static let mostElsewhere = 20
}

extension Catalogue {
    /// What else stands on the card of an advert; nothing where it is unknown or withdrawn.
    package func card(of id: ID<Opportunity>) async throws -> CardOfAdvert {
        let today = world.today
        return try await file.read { db in
            let number = try Int.fetchOne(db, sql: "SELECT number FROM opportunity WHERE id = ?", arguments: [id])
            guard let number else { return CardOfAdvert(copies: [], elsewhere: []) }
            let copies = try Row.fetchAll(
                db,
                sql: """
                    SELECT number, id, source.title AS title, attribution, link FROM card
                    JOIN opportunity ON number = card.opportunity JOIN source ON source.name = opportunity.source
                    WHERE card.card = (SELECT card FROM card WHERE opportunity = ?) AND number <> ? ORDER BY number
                    """, arguments: [number, number])
            let snapshot = try snapshots.snapshot(in: db, day: today, of: file)
            return CardOfAdvert(
                copies: copies.map(CardOfAdvert.Copy.init),
                elsewhere: try elsewhere(number, Set(copies.map { $0["number"] }), snapshot, db))
        }
    }

    private func elsewhere(
        _ number: Int, _ copies: Set<Int>, _ snapshot: Snapshot, _ db: Database
    ) throws -> [CardOfAdvert.Elsewhere] {
        guard let document = snapshot.attributes.document(of: number) else { return [] }
        var numbers: [Int] = []
        snapshot.attributes.repeating(document).forEach { other in
            let other = Int(snapshot.attributes.numbers[other])
            // An organisation may write the same title a thousand times: enough is enough.
            if other != number, !copies.contains(other), numbers.count < 200 { numbers.append(other) }
        }
        let places = try Whereabouts.all(of: numbers + [number], in: db)
        let near = places[number]?.compactMap(\.coordinate).first
        let mates = try CardMates(of: numbers, in: db)
        var shown: Set<Int> = []
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT number, id, remote, source.title AS source FROM opportunity
                JOIN source ON source.name = opportunity.source WHERE number IN \(numbers) ORDER BY number
                """
        ).fetchAll(db).filter { shown.insert(mates.card(of: $0["number"])).inserted }
        return rows.map { row in
            let other: Int = row["number"]
            let place = Whereabouts.summary(places[other] ?? [], isRemote: row["remote"], near: near)
            let next = snapshot.attributes.document(of: other).flatMap {
                Attributes.day(snapshot.attributes.nexts[$0])
            }
            return CardOfAdvert.Elsewhere(
                id: row["id"], place: place.words, miles: place.miles,
                next: next.flatMap { $0 >= snapshot.day ? $0 : nil },
                source: row["source"])
        }
        .sorted { ($0.miles ?? .infinity, $0.next?.number ?? .max) < ($1.miles ?? .infinity, $1.next?.number ?? .max) }
        .prefix(CardOfAdvert.mostElsewhere).map { $0 }
    }
}

extension CardOfAdvert.Copy {
    fileprivate init(_ row: Row) {
        id = row["id"]
        source = row["title"]
        attribution = row["attribution"]
        link = row["link"]
    }
}
