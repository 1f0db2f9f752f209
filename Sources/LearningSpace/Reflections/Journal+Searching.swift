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
    package func reflections(
        of owner: PersonID, matching typed: String, atMost most: Int = 50
    ) async throws -> [FoundReflection] {
        let stems = Found.stems(asked: Query(typed).words)
        guard !stems.isEmpty else { return [] }
        return try await database.read { [today = world.today] db in
            let holds = Array(
                repeating:
                    "EXISTS (SELECT 1 FROM found_by WHERE owner = ? AND stem = ? AND reflection = reflection.id)",
                count: stems.count - 1)
            // Those to show first: nothing is gathered for the rest.
            let sql = """
                SELECT \(Reflection.Summary.columns)
                FROM (
                    SELECT reflection.id AS found
                    FROM found_by JOIN reflection ON reflection.id = found_by.reflection
                    WHERE \((["found_by.owner = ? AND found_by.stem = ?"] + holds).joined(separator: " AND "))
                    ORDER BY reflection.saved DESC, reflection.id LIMIT ?
                ) JOIN reflection ON reflection.id = found
                ORDER BY reflection.saved DESC, reflection.id
                """
            var arguments = StatementArguments()
            for stem in stems { arguments += [owner, stem] }
            return try Row.fetchAll(db, sql: sql, arguments: arguments + [most]).map { row in
                let summary = try Reflection.Summary(row)
                return FoundReflection(
                    own: OwnReflection(
                        summary: summary, shares: try Share.standing(of: owner, on: today, only: summary.id, in: db)),
                    excerpt: Found.excerpt(try summary.id.texts(in: db), holding: stems))
            }
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
        for stem in stems {
            try db.execute(
                sql: "INSERT INTO found_by (owner, stem, reflection) SELECT owner, ?, id FROM reflection WHERE id = ?",
                arguments: [stem, self])
        }
    }
}

enum Found {
    /// Of the words that say something; of all where none does.
    static func stems(asked words: [String]) -> [String] {
        let telling = words.filter { !StopWords.english.contains($0.lowercased()) }
        return stems(of: (telling.isEmpty ? words : telling).joined(separator: " "))
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
