import Foundation
import GRDB
package import Storage

/// A file that waits, as its owner would take it in.
package struct WaitingStatement: Hashable, Sendable {
    package let statement: Statement
    package let reading: Statement.Reading
    /// Whether the owner has said what these columns mean before.
    package let isRemembered: Bool
    package let outcomes: [Statement.Outcome]
}

extension Journal {
    /// Keeps a file until its owner takes it in, in the place of any before it.
    package func bring(_ statement: Statement, by owner: PersonID) async throws {
        try await database.write { [today = world.today] db in
            try db.execute(sql: "DELETE FROM statement_file WHERE owner = ?", arguments: [owner])
            try db.execute(
                sql: "INSERT INTO statement_file VALUES (?, ?, ?)", arguments: [owner, statement.text, today])
        }
    }

    /// - Returns: nil where none waits.
    package func waitingStatement(of owner: PersonID) async throws -> WaitingStatement? {
        try await database.read { db in try WaitingStatement.stored(of: owner, in: db) }
    }

    /// Says what the columns of the file that waits mean, now and in later files with the same names.
    ///
    /// - Returns: false where none waits.
    package func read(_ reading: Statement.Reading, by owner: PersonID) async throws -> Bool {
        try await database.write { db in
            guard let waiting = try WaitingStatement.stored(of: owner, in: db) else { return false }
            let names = waiting.statement.fingerprint
            try db.execute(
                sql: "DELETE FROM statement_reading WHERE owner = ? AND names = ?", arguments: [owner, names])
            try db.execute(
                sql: "INSERT INTO statement_reading VALUES (?, ?, ?, ?, ?)",
                arguments: [owner, names, reading.kind.rawValue, reading.unit.rawValue, reading.statedBy])
            for field in Statement.Field.allCases {
                guard let place = reading.columns[field], waiting.statement.names.indices.contains(place) else {
                    continue
                }
                try db.execute(
                    sql: "INSERT INTO statement_column VALUES (?, ?, ?, ?)",
                    arguments: [owner, names, field.rawValue, place])
            }
            return true
        }
    }

    /// Records every row that is new and right, in one transaction, and lets the file go.
    ///
    /// - Returns: what became of each row; nil where none waits (any more).
    package func takeIn(by owner: PersonID) async throws -> [Statement.Outcome]? {
        try await database.write { [world] db in
            guard let waiting = try WaitingStatement.stored(of: owner, in: db) else { return nil }
            for case .new(let draft) in waiting.outcomes.map(\.content) {
                try draft.insert(
                    world.id(), by: owner, key: world.id(), statedBy: waiting.reading.statedBy, in: db)
            }
            try db.execute(sql: "DELETE FROM statement_file WHERE owner = ?", arguments: [owner])
            return waiting.outcomes
        }
    }

    /// - Returns: false where none waits.
    package func forgetStatement(of owner: PersonID) async throws -> Bool {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM statement_file WHERE owner = ?", arguments: [owner])
            return db.changesCount > 0
        }
    }

    /// On the clock: a file that nobody took in goes after a day.
    package func forgetOldStatements() async throws {
        try await database.write { [today = world.today] db in
            try db.execute(sql: "DELETE FROM statement_file WHERE brought < ?", arguments: [today + -1])
        }
    }
}

extension WaitingStatement {
    fileprivate static func stored(of owner: PersonID, in db: Database) throws -> WaitingStatement? {
        let text = try String.fetchOne(db, sql: "SELECT csv FROM statement_file WHERE owner = ?", arguments: [owner])
        guard let text else { return nil }
        let statement = try Statement(text: text)
        let remembered = try Statement.Reading.stored(of: owner, names: statement.fingerprint, in: db)
        let reading = remembered ?? statement.guess
        return WaitingStatement(
            statement: statement, reading: reading, isRemembered: remembered != nil,
            outcomes: statement.outcomes(by: reading, beside: try Activity.stored(of: owner, in: nil, db)))
    }
}

extension Statement.Reading {
    fileprivate static func stored(of owner: PersonID, names: Data, in db: Database) throws -> Self? {
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM statement_reading WHERE owner = ? AND names = ?", arguments: [owner, names])
        guard let row else { return nil }
        let columns = try Row.fetchAll(
            db, sql: "SELECT field, place FROM statement_column WHERE owner = ? AND names = ?",
            arguments: [owner, names]
        ).reduce(into: [Statement.Field: Int]()) { columns, row in
            if let field = Statement.Field(rawValue: row["field"]) { columns[field] = row["place"] }
        }
        return Self(
            columns: columns, kind: Activity.Kind(rawValue: row["kind"]) ?? .course,
            unit: Activity.Amount.Unit(rawValue: row["unit"]) ?? .hours, statedBy: row["stated_by"])
    }
}
