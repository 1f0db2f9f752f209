import GRDB
package import Storage

extension Responsibility {
    /// The names of somebody's key responsibilities, one on each line. STEP asks for five to seven, with ethical behaviour
    /// always among them; no number is refused, for other bodies ask for others.
    package struct Draft: Hashable, Sendable {
        package static let most = 20
        package let names: [String]

        package init(_ typed: String) throws(Invalid) {
            var names: [String] = []
            for line in PlainText.cleaned(typed).split(whereSeparator: \.isNewline) {
                let name = Line.of(String(line))
                if Line.isVisible(name), !names.contains(name) { names.append(name) }
            }
            guard names.count <= Self.most else {
                throw Invalid("responsibilities", "There can be \(Self.most): leave \(names.count - Self.most) out.")
            }
            for name in names {
                let long = Invalid.tooLong("responsibilities", "“\(name.prefix(20))…”", name, limit: 200)
                if let long { throw long }
            }
            self.names = names
        }
    }
}

extension Journal {
    /// In the owner's order.
    package func responsibilities(of owner: PersonID) async throws -> [Responsibility] {
        try await database.read { db in
            try Row.fetchAll(
                db, sql: "SELECT id, name FROM responsibility WHERE owner = ? ORDER BY position", arguments: [owner]
            ).map { Responsibility(id: $0["id"], name: $0["name"]) }
        }
    }

    /// Those that keep their name keep their activities; those that are left out go from theirs.
    package func set(_ draft: Responsibility.Draft, of owner: PersonID) async throws {
        try await database.write { [world] db in
            let stored = try String.fetchAll(
                db, sql: "SELECT name FROM responsibility WHERE owner = ?", arguments: [owner])
            for name in stored where !draft.names.contains(name) {
                try db.execute(
                    sql: "DELETE FROM responsibility WHERE owner = ? AND name = ?", arguments: [owner, name])
            }
            for (position, name) in draft.names.enumerated() {
                try db.execute(
                    sql: """
                        INSERT INTO responsibility (id, owner, position, name) VALUES (?, ?, ?, ?)
                        ON CONFLICT (owner, name) DO UPDATE SET position = excluded.position
                        """, arguments: [world.id(of: Responsibility.self), owner, position, name])
            }
        }
    }
}
