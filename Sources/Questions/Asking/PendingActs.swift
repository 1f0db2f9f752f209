import Foundation
import GRDB
import Storage

/// What askers decided since the last batch, by the hash of their receipt. No times, no ids.
enum PendingActs {
    /// One act, with the version of the question its asker was shown.
    struct Pending {
        let act: AskerAct
        let seen: Int
    }

    static func save(_ act: AskerAct, seen version: Int, of receipt: Data, _ db: Database) throws {
        for kind in act.kind.replaces {
            try db.execute(
                sql: "DELETE FROM pending_act WHERE receipt = ? AND kind = ?", arguments: [receipt, kind.rawValue])
        }
        try db.execute(
            sql: "INSERT INTO pending_act (receipt, kind, version, words) VALUES (?, ?, ?, ?)",
            arguments: [receipt, act.kind.rawValue, version, act.words])
        guard case .exclude(let people) = act else { return }
        try db.execute(sql: "DELETE FROM pending_exclusion WHERE receipt = ?", arguments: [receipt])
        // Sorted, so that the file does not follow the accidental order of a Set.
        for person in people.sorted(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) }) {
            try db.execute(
                sql: "INSERT INTO pending_exclusion (receipt, person) VALUES (?, ?)", arguments: [receipt, person])
        }
    }

    static func all(of receipt: Data, _ db: Database) throws -> [Pending] {
        let excluded = try Set(
            PersonID.fetchAll(
                db, sql: "SELECT person FROM pending_exclusion WHERE receipt = ?", arguments: [receipt]))
        return try Row.fetchAll(
            db, sql: "SELECT kind, version, words FROM pending_act WHERE receipt = ? ORDER BY kind",
            arguments: [receipt]
        ).compactMap { row in
            AskerAct.Kind(rawValue: row["kind"]).map {
                Pending(act: AskerAct($0, words: row["words"], excluded: excluded), seen: row["version"])
            }
        }
    }

    static func forget(_ receipt: Data, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM pending_act WHERE receipt = ?", arguments: [receipt])
        try db.execute(sql: "DELETE FROM pending_exclusion WHERE receipt = ?", arguments: [receipt])
    }
}
