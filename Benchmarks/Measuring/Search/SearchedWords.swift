import Foundation
import GRDB
import TextSearch

/// Words of a corpus, sampled from its adverts, by the share of the adverts that hold them.
struct SearchedWords {
    /// Each with its adverts' count, in the order they were met.
    private(set) var counts: [String: Int] = [:]
    /// The words of each sampled advert, in bands or not, and its pairs of neighbours.
    private(set) var adverts: [[String]] = []
    private(set) var neighbours: [[String]] = []
    let rare, mid, common, mostCommon: [String]
    private let frequent: Set<String>

    /// - Parameter db: with the stock index.
    init(_ db: Database, documents: Int, chance: inout Chance) throws {
        var order: [String] = []
        let matches = try db.makeStatement(sql: "SELECT count(*) FROM stock WHERE stock MATCH ?")
        for _ in 0..<Self.sampled {
            let row = 1 + chance.below(documents)
            let text =
                try String.fetchOne(
                    db, sql: "SELECT title || ' ' || text FROM stock WHERE rowid >= ? LIMIT 1", arguments: [row]) ?? ""
            let spoken = Self.words(of: text)
            neighbours += zip(spoken, spoken.dropFirst()).map { [$0, $1] }
                .filter { $0.allSatisfy(Self.isTelling) && $0[0] != $0[1] }
            var own: [String] = []
            for word in spoken where Self.isTelling(word) && !own.contains(word) { own.append(word) }
            adverts.append(own)
            for word in own where counts[word] == nil {
                counts[word] = try Int.fetchOne(matches, arguments: ["\"\(word)\""])
                order.append(word)
            }
        }
        let counts = counts
        func band(_ least: Double, _ most: Double) -> [String] {
            order.filter { word in
                let count = Double(counts[word] ?? 0)
                return count >= least && count <= most
            }
        }
        let all = Double(documents)
        let most = Array(order.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }.prefix(10))
        rare = band(1, max(3, all / 10_000))
        mid = band(max(4, all / 1_000), all / 100)
        common = band(all / 25, all / 2.5).filter { !most.contains($0) }
        mostCommon = most
        frequent = Set(mid + common)
    }

    func isFrequent(_ word: String) -> Bool { frequent.contains(word) }

    /// Adverts that are looked at: their words are some 15,000 at a million.
    private static let sampled = 400

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.map(String.init)
    }

    /// What a search asks for: no word that every engine would be wise to pass over.
    private static func isTelling(_ word: String) -> Bool {
        word.count > 2 && word.utf8.allSatisfy { $0 < 0x80 } && !StopWords.english.contains(word)
            // Words that only hold a question together, as the site's own search sees them.
            && Query("volunteering \(word)").words.contains(word)
    }
}
