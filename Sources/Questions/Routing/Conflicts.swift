import GRDB
package import Storage
import TextSearch

/// Names an expert is too close to: an employer, a place, a case. A question that holds one goes to somebody else.
package struct Conflicts: Sendable, Equatable {
    package let names: [String]

    /// From one name a line.
    package init(_ typed: String) throws(Invalid) {
        let lines = PlainText.cleaned(typed).split(separator: "\n").map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty }
        guard lines.count <= 50 else { throw Invalid("conflicts", "Keep to 50 names; these are \(lines.count).") }
        guard lines.allSatisfy({ (3...80).contains($0.unicodeScalars.count) && !Stem.words(in: $0).isEmpty }) else {
            throw Invalid("conflicts", "Write one name a line, each of 3 to 80 characters with letters in it.")
        }
        names = Set(lines).sorted()
    }

    init(stored names: [String]) { self.names = names }

    package var text: String { names.joined(separator: "\n") }

    /// The first name whose words stand in the text one after another, whatever their capitals and marks.
    func found(in text: [String]) -> String? {
        names.first { name in
            let words = Stem.words(in: name)
            return text.indices.contains { text[$0...].starts(with: words) }
        }
    }
}

extension Desk {
    package func conflicts(of person: PersonID) async throws -> Conflicts {
        try await database.read { db in try Self.conflicts(of: person, db) }
    }

    static func conflicts(of person: PersonID, _ db: Database) throws -> Conflicts {
        try conflicts(db)[person] ?? Conflicts(stored: [])
    }

    /// Everybody's.
    static func conflicts(_ db: Database) throws -> [PersonID: Conflicts] {
        let rows = try Row.fetchAll(db, sql: "SELECT person, words FROM conflict ORDER BY person, words")
        return Dictionary(grouping: rows) { $0["person"] as PersonID }.mapValues { rows in
            Conflicts(stored: rows.map { $0["words"] })
        }
    }

    package func save(_ conflicts: Conflicts, of person: PersonID) async throws {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM conflict WHERE person = ?", arguments: [person])
            for name in conflicts.names {
                try db.execute(sql: "INSERT INTO conflict (person, words) VALUES (?, ?)", arguments: [person, name])
            }
        }
    }
}
