package import Foundation
import GRDB
import Opportunities

/// The same searches for every engine and every run over a corpus, drawn from what its adverts hold.
package struct DrawnQueries: Sendable {
    package let all: [SearchQuery]

    package static let ofEach = 100

    /// - Parameters:
    ///   - stock: whose words are counted.
    ///   - file: where they are kept for the next run.
    package init(_ corpus: CorpusFolder, stock: StockIndex, in file: URL) async throws {
        if let kept = try? Data(contentsOf: file) {
            all = try kept.split(separator: UInt8(ascii: "\n")).map {
                try JSONDecoder().decode(SearchQuery.self, from: $0)
            }
            return
        }
        let documents = try await corpus.catalogue.count()
        let searched = try await stock.database.read { db -> Drawing in
            var chance = Chance(seed: 7, number: documents, purpose: 4)
            return Drawing(words: try SearchedWords(db, documents: documents, chance: &chance), chance: chance)
        }
        let spots = try await corpus.catalogue.database.read { db in try Drawing.Spot.sample(db) }
        var drawing = searched
        all = SearchClass.allCases.flatMap { kind in drawing.queries(kind, around: spots) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let lines = try all.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }
        try Data(lines.joined().utf8).write(to: file)
    }
}

/// Queries in the making.
private struct Drawing {
    let words: SearchedWords
    var chance: Chance

    struct Spot: Sendable {
        let around: SearchQuery.Around
        let cause: String
        let words: [String]

        /// Where an advert with a cause is, and words of its text.
        static func sample(_ db: Database) throws -> [Spot] {
            try Row.fetchAll(
                db,
                sql: """
                    SELECT latitude, longitude, cause, description FROM opportunity
                    JOIN whereabouts w ON w.opportunity = number AND position = 0 AND latitude IS NOT NULL
                    JOIN cause c ON c.opportunity = number
                    WHERE withdrawn IS NULL AND length(description) > 60
                    ORDER BY number DESC LIMIT \(DrawnQueries.ofEach)
                    """
            ).map { row in
                let around = SearchQuery.Around(latitude: row["latitude"], longitude: row["longitude"], miles: 15)
                return Spot(
                    around: around, cause: row["cause"],
                    words: (row["description"] as String).lowercased().split { !$0.isLetter }.map(String.init))
            }
        }
    }

    mutating func queries(_ kind: SearchClass, around spots: [Spot]) -> [SearchQuery] {
        (0..<DrawnQueries.ofEach).compactMap { number in
            switch kind {
            case .rareWord: plain(kind, .all, one(of: words.rare))
            case .midWord: plain(kind, .all, one(of: words.mid))
            case .commonWord: plain(kind, .all, one(of: words.common))
            case .mostCommonWord: plain(kind, .all, [words.mostCommon[number % words.mostCommon.count]])
            case .allOfTwo, .facets: plain(kind, .all, together(2))
            case .allOfThree: plain(kind, .all, together(3))
            case .anyOfTwo: plain(kind, .any, one(of: words.mid) + one(of: words.common))
            case .anyOfFour:
                plain(kind, .any, one(of: words.rare) + some(2, of: words.mid) + one(of: words.common))
            case .anyOfCommon: plain(kind, .any, some(3, of: words.common))
            case .phrase: plain(kind, .phrase, neighbours())
            case .prefix: prefix(number)
            case .wordsPlaceCause: near(kind, spots[number % spots.count], chance.below(2) + 1)
            case .placeAlone:
                SearchQuery(kind: kind, words: [], demand: .all, around: spots[number % spots.count].around)
            }
        }
    }

    private func plain(_ kind: SearchClass, _ demand: SearchQuery.Demand, _ words: [String]) -> SearchQuery? {
        words.isEmpty ? nil : SearchQuery(kind: kind, words: words, demand: demand)
    }

    private mutating func one(of band: [String]) -> [String] { band.isEmpty ? [] : [chance.one(of: band)] }

    private mutating func some(_ count: Int, of band: [String]) -> [String] {
        Array(Set(band).sorted().shuffled(using: &chance).prefix(count))
    }

    /// Words of one advert, none of them rare: what people put together belongs together.
    private mutating func together(_ count: Int) -> [String] {
        for _ in 0..<1_000 {
            let telling = chance.one(of: words.adverts).filter(words.isFrequent)
            if telling.count >= count { return Array(telling.shuffled(using: &chance).prefix(count)) }
        }
        return []
    }

    private mutating func neighbours() -> [String] {
        let frequent = words.neighbours.filter { $0.allSatisfy(words.isFrequent) }
        return frequent.isEmpty ? [] : chance.one(of: frequent)
    }

    /// Three to five letters, every other time behind a whole word.
    private mutating func prefix(_ number: Int) -> SearchQuery? {
        let both = together(2)
        guard both.count == 2 else { return nil }
        let begun = String(both[1].prefix(3 + number % 3))
        return SearchQuery(kind: .prefix, words: number % 2 == 0 ? [begun] : [both[0], begun], demand: .prefix)
    }

    private mutating func near(_ kind: SearchClass, _ spot: Spot, _ count: Int) -> SearchQuery {
        let telling = spot.words.filter { words.counts[$0] != nil }
        let drawn = telling.isEmpty ? one(of: words.common) : Array(telling.shuffled(using: &chance).prefix(count))
        return SearchQuery(
            kind: kind, words: drawn, demand: .all, around: spot.around, cause: spot.cause)
    }
}
