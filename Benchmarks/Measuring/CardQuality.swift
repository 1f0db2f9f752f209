package import Foundation
import GRDB
import Opportunities
package import Storage

/// How often what stands on one card is one opportunity, and how often one opportunity is one card: every advert of the
/// labelled pairs harvested by the real readers into one catalogue, and its cards looked at.
package struct CardQuality: Sendable, Encodable {
    package struct Row: Sendable, Encodable {
        package let half: String
        package let pairs: Int
        /// Of the pairs on one card, those that are one opportunity.
        package let precision: Share
        /// Of the pairs that are one opportunity, those on one card.
        package let recall: Share
        /// Ids of pairs.
        package let wrong: [String]
        package let missed: [String]
    }
    package let rows: [Row]

    /// - Parameters:
    ///   - home: where `seed-data` and `Benchmarks` are.
    ///   - folder: for the catalogue's file.
    package init(home: URL, folder: URL, world: World) async throws {
        let pairs = try LabelledPair.all(in: home.appending(path: "Benchmarks/cards/pairs.tsv"))
        let seeds = home.appending(path: "seed-data")
        let catalogue = try Catalogue(
            folder: folder, places: try Places(file: seeds.appending(path: "uk-outcodes.csv")),
            taxonomy: try Taxonomy(file: seeds.appending(path: "volunteering-taxonomy.csv")), world: world)
        for source in try Source.seeds + Self.copies() {
            try await catalogue.add(source)
            let isSeed = Source.seeds.contains(source)
            _ = try await catalogue.harvest(
                source.name, from: isSeed ? seeds : home.appending(path: "Benchmarks/cards"))
        }
        let cards = try await Self.cards(catalogue)
        rows = try LabelledPair.Half.allCases.map { half in
            try Self.row(half.rawValue, pairs.filter { $0.half == half }, cards)
        }
    }

    /// What other boards would make of the real adverts.
    private static func copies() throws -> [Source] {
        try [("listings", "csv", "listings.csv"), ("board", "volunteering", "board.jsonld")].map { name, format, file in
            try Source(
                name: name, title: name, format: format, location: file, licence: "MIT",
                attribution: "Contains data © Crown copyright 2025 DCMS (MIT)")
        }
    }

    /// By source and id; of what stands alone, its own number.
    private static func cards(_ catalogue: Catalogue) async throws -> [String: Int] {
        try await catalogue.database.read { db in
            let rows = try GRDB.Row.fetchAll(
                db,
                sql: """
                    SELECT source || '/' || provider_id AS advert, coalesce(card, number) AS card
                    FROM opportunity LEFT JOIN card ON card.opportunity = number
                    """)
            return Dictionary(rows.map { ($0["advert"], $0["card"]) }, uniquingKeysWith: { first, _ in first })
        }
    }

    struct Unknown: Error { let advert: String }

    private static func row(_ half: String, _ pairs: [LabelledPair], _ cards: [String: Int]) throws -> Row {
        let isJoined = try pairs.map { pair in
            guard let one = cards[pair.one] else { throw Unknown(advert: pair.one) }
            guard let other = cards[pair.other] else { throw Unknown(advert: pair.other) }
            return one == other
        }
        let both = zip(pairs, isJoined)
        let right = both.count { $0.isSame && $1 }
        return Row(
            half: half, pairs: pairs.count, precision: Share(right, of: isJoined.count { $0 }),
            recall: Share(right, of: pairs.count { $0.isSame }),
            wrong: both.filter { !$0.isSame && $1 }.map(\.0.id), missed: both.filter { $0.isSame && !$1 }.map(\.0.id))
    }
}
