import Foundation
import GRDB
package import Storage
package import TextSearch

/// A reflection in which words were found.
package struct FoundReflection: Sendable {
    package let own: OwnReflection
    /// The sentence with the first of the words, in pieces.
    package let excerpt: [Piece]
}

extension Journal {
    /// The owner's reflections that hold all of these words, in any form, the last saved first. Nobody else's are looked at.
    ///
    /// - Parameter page: from 1.
    /// - Returns: a page of them, and how many there are.
    package func reflections(
        of owner: PersonID, matching typed: String, page: Int = 1
    ) async throws -> (found: [FoundReflection], count: Int) {
        let stems = Found.stems(asked: Query(typed).words)
        guard !stems.isEmpty else { return ([], 0) }
        return try await database.read { [today = world.today] db in
            let holding = Found.holding(try Found.rarestFirst(stems, of: owner, in: db), of: owner)
            let count = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM \(holding.sql)", arguments: holding.arguments)
            // Those to show first: nothing is gathered for the rest.
            let sql = """
                SELECT \(Reflection.Summary.columns)
                FROM (
                    SELECT reflection.id AS found FROM \(holding.sql)
                    ORDER BY reflection.saved DESC, reflection.id LIMIT ? OFFSET ?
                ) JOIN reflection ON reflection.id = found
                ORDER BY reflection.saved DESC, reflection.id
                """
            let skip = (min(max(page, 1), 1_000_000) - 1) * Self.ownOnPage
            let rows = try Row.fetchAll(db, sql: sql, arguments: holding.arguments + [Self.ownOnPage, skip])
            let found = try rows.map { row in
                let summary = try Reflection.Summary(row)
                return FoundReflection(
                    own: OwnReflection(
                        summary: summary, shares: try Share.standing(of: owner, on: today, only: summary.id, in: db)),
                    excerpt: Found.excerpt(try summary.id.texts(in: db), holding: stems))
            }
            return (found, count ?? 0)
        }
    }
}

extension ID<Reflection> {
    /// Everything it can be found by: title, stages, tags, later notes.
    fileprivate func texts(in db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT words FROM stage WHERE reflection = ?1
                UNION ALL SELECT words FROM later_note WHERE reflection = ?1
                UNION ALL SELECT title FROM reflection WHERE id = ?1
                UNION ALL SELECT name FROM tag WHERE reflection = ?1
                """, arguments: [self])
    }

    /// Writes anew by which words it is found, in the transaction that changed them.
    func index(in db: Database) throws {
        let stems = Found.stems(of: try texts(in: db).joined(separator: "\n"))
        try db.execute(sql: "DELETE FROM found_by WHERE reflection = ?", arguments: [self])
        // All in one statement: one for each took longer than everything else of an import.
        try db.execute(
            sql: """
                INSERT INTO found_by (owner, stem, reflection)
                SELECT reflection.owner, stem.value, reflection.id FROM reflection JOIN json_each(?) AS stem
                WHERE reflection.id = ?
                """,
            arguments: [String(decoding: try JSONEncoder().encode(stems), as: UTF8.self), self])
    }
}

enum Found {
    /// Of the words that say something; of all where none does.
    static func stems(asked words: [String]) -> [String] {
        let telling = words.filter { !StopWords.english.contains($0.lowercased()) }
        return stems(of: (telling.isEmpty ? words : telling).joined(separator: " "))
    }

    /// A search begins at the rarest, for the others are looked up in each reflection that holds it.
    static func rarestFirst(_ stems: [String], of owner: PersonID, in db: Database) throws -> [String] {
        let counted = try stems.map { stem in
            let count = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM found_by WHERE owner = ? AND stem = ?", arguments: [owner, stem])
            return (count: count ?? 0, stem: stem)
        }
        return counted.sorted { ($0.count, $0.stem) < ($1.count, $1.stem) }.map(\.stem)
    }

    /// What stands behind FROM for the owner's reflections with all of these stems.
    static func holding(_ stems: [String], of owner: PersonID) -> (sql: String, arguments: StatementArguments) {
        let others = Array(
            repeating: "EXISTS (SELECT 1 FROM found_by WHERE owner = ? AND stem = ? AND reflection = reflection.id)",
            count: stems.count - 1)
        let all = ["found_by.owner = ? AND found_by.stem = ?"] + others
        return (
            """
            found_by JOIN reflection ON reflection.id = found_by.reflection
            WHERE \(all.joined(separator: " AND "))
            """, StatementArguments(stems.flatMap { [owner.databaseValue, $0.databaseValue] })
        )
    }

    /// Each once, sorted: neighbours in the index are written as neighbours.
    static func stems(of text: String) -> [String] {
        Set(Stem.all(in: text)).filter { $0.utf8.count <= 64 }.sorted()
    }

    /// The first sentence with one of the stems, its words marked; empty where none is left to show.
    static func excerpt(_ texts: [String], holding stems: [String]) -> [Piece] {
        let wanted = Set(stems)
        for sentence in texts.lazy.flatMap(Sentences.of) {
            let words = sentence.split(separator: " ", omittingEmptySubsequences: false)
            guard words.contains(where: { holds($0, wanted) }) else { continue }
            return pieces(words, wanted)
        }
        return []
    }

    private static func pieces(_ words: [Substring], _ wanted: Set<String>) -> [Piece] {
        let first = words.firstIndex { holds($0, wanted) } ?? 0
        let shown = words[max(0, first - 12)..<min(words.count, first + 18)]
        var pieces: [Piece] = []
        for word in shown {
            let isMatch = holds(word, wanted)
            if let last = pieces.last, last.isMatch == isMatch, !isMatch {
                pieces[pieces.count - 1] = Piece(text: last.text + word + " ", isMatch: false)
            } else {
                pieces.append(Piece(text: String(word), isMatch: isMatch))
                pieces.append(Piece(text: " ", isMatch: false))
            }
        }
        return pieces.filter { !$0.text.isEmpty }
    }

    private static func holds(_ word: Substring, _ wanted: Set<String>) -> Bool {
        Stem.all(in: String(word)).contains(where: wanted.contains)
    }
}
