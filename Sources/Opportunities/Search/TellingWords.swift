import Foundation
import GRDB

/// The words of an advert that tell most what it is: often in it, seldom in others.
enum TellingWords {
    /// More words find the same with more work.
    static let most = 12
    /// What stands in the title counts as often.
    private static let inTitle = 3.0
    /// A long advert's end says little that its beginning has not.
    private static let mostRead = 300

    /// - Parameter total: how many opportunities there are.
    static func of(title: String, text: String, total: Int, in db: Database) throws -> [String] {
        var counts: [String: Double] = [:]
        for word in words(of: text).prefix(mostRead) { counts[word, default: 0] += 1 }
        for word in words(of: title) { counts[word, default: 0] += inTitle }
        let known = try SQLRequest<Row>(
            literal: "SELECT word, opportunities FROM word WHERE word IN \(counts.keys.sorted())"
        ).fetchAll(db)
        let weighed = known.map { row -> (word: String, weight: Double) in
            let word: String = row["word"]
            let rarity = log(Double(max(total, 2)) / Double(row["opportunities"] as Int))
            return (word, rarity * (1 + log(max(1, counts[word] ?? 1))))
        }
        // A word in every second advert tells nothing.
        return weighed.filter { $0.weight > 0.7 }.sorted { ($1.weight, $0.word) < ($0.weight, $1.word) }
            .prefix(most).map(\.word)
    }

    private static func words(of text: String) -> [String] {
        text.withoutContacts.lowercased().split { !$0.isLetter }.map(String.init)
    }
}
