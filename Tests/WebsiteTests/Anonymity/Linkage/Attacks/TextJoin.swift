import Foundation
import GRDB

/// Compares a question's words with everything members wrote elsewhere.
struct TextJoin: Attack {
    func weigh(_ evidence: Evidence) throws -> [[Double]?] {
        guard let last = evidence.snapshots.last else { return [] }
        // Which texts hold a word, and whose each is.
        var authors: [Int] = []
        var holders: [Substring: [Int]] = [:]
        for (author, text) in try texts(in: Dump(last), evidence.suspects) {
            for word in Set(text.words) { holders[word, default: []].append(authors.count) }
            authors.append(author)
        }
        return evidence.targets.map { target in
            let words = Set(target.text.words)
            var shared: [Int: Int] = [:]
            for word in words { for text in holders[word] ?? [] { shared[text, default: 0] += 1 } }
            var best = [Double](repeating: 0, count: evidence.suspects.count)
            for (text, count) in shared {
                best[authors[text]] = max(best[authors[text]], Double(count) / Double(words.count))
            }
            // The whole text found again leaves no doubt; single words weigh little.
            return authors.isEmpty ? nil : best.map { exp(10 * $0 * $0 * $0) }
        }
    }

    /// Rows that name a member, and rows that name such a row.
    private func texts(in dump: Dump, _ suspects: [Evidence.Suspect]) throws -> [(author: Int, text: String)] {
        let tables = try dump.tables().filter { $0.file != "questions.sqlite" }
        let people = PeopleInRows(suspects)
        var owners: [Data: Int] = [:]
        for table in tables {
            for row in table.rows {
                guard let person = people.suspect(row) else { continue }
                for case .blob(let key) in row.databaseValues.map(\.storage) { owners[key] = person }
            }
        }
        return tables.flatMap(\.rows).flatMap { row -> [(author: Int, text: String)] in
            let values = row.databaseValues.map(\.storage)
            let owner = values.lazy.compactMap { value -> Int? in
                if case .blob(let key) = value { owners[key] } else { nil }
            }.first
            guard let owner else { return [] }
            return values.compactMap { value in
                if case .string(let text) = value, text.utf8.count > 40 { (owner, text) } else { nil }
            }
        }
    }
}

extension String {
    var words: [Substring] { lowercased().split { !$0.isLetter && !$0.isNumber }.map { Substring($0) } }
}
