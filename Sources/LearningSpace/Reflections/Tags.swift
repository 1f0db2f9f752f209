import Foundation
import GRDB
package import Storage

/// The owner's own names for what a reflection is about: never shown to anybody else.
package struct Tags: Hashable, Sendable {
    package static let most = 10
    package static let longest = 40
    package let names: [String]

    static let none = Tags(names: [])

    private init(names: [String]) { self.names = names }

    /// From "leading, clients": in small letters, each once.
    package init(_ typed: String) throws(Invalid) {
        var names: [String] = []
        for part in PlainText.cleaned(typed).split(whereSeparator: { $0 == "," || $0.isNewline }) {
            let name = part.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if !name.isEmpty, !names.contains(name) { names.append(name) }
        }
        guard names.count <= Self.most else {
            throw Invalid("tags", "A reflection can have ten tags: leave \(names.count - Self.most) out.")
        }
        for name in names {
            if let wrong = Invalid.tooLong("tags", "The tag “\(name.prefix(20))…”", name, limit: Self.longest) {
                throw wrong
            }
        }
        self.names = names
    }

    package var typed: String { names.joined(separator: ", ") }
}

extension Tags {
    static func stored(of reflection: ID<Reflection>, in db: Database) throws -> Tags {
        Tags(
            names: try String.fetchAll(
                db, sql: "SELECT name FROM tag WHERE reflection = ? ORDER BY position", arguments: [reflection]))
    }

    func store(of reflection: ID<Reflection>, in db: Database) throws {
        try db.execute(sql: "DELETE FROM tag WHERE reflection = ?", arguments: [reflection])
        for (position, name) in names.enumerated() {
            try db.execute(sql: "INSERT INTO tag VALUES (?, ?, ?)", arguments: [reflection, position, name])
        }
    }
}
