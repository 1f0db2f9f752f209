package import Foundation
import GRDB
package import Storage

/// What a reflection said before a save changed it.
package struct Revision: Hashable, Sendable {
    package let version: Int
    package let title: String
    package let saved: Date
    /// The stages that the next save changed, in the model's order.
    package let stages: [Reflection.Stage]
}

extension Journal {
    /// What stood there before, the latest first. For the owner alone: a share shows what stands now.
    ///
    /// - Returns: nil where the owner has no such reflection.
    package func revisions(of id: ID<Reflection>, by owner: PersonID) async throws -> [Revision]? {
        try await database.read { [today = world.today] db in
            guard case .owner = try Door(to: id, for: owner, on: today, in: db) else { return nil }
            let model = try Reflection.stored(id, in: db).model
            let words = Dictionary(
                grouping: try Row.fetchAll(
                    db, sql: "SELECT version, stage, words FROM revised_stage WHERE reflection = ?", arguments: [id]),
                by: { $0["version"] as Int })
            let rows = try Row.fetchAll(
                db, sql: "SELECT version, title, saved FROM revision WHERE reflection = ? ORDER BY version DESC",
                arguments: [id])
            return rows.map { row in
                let changed = words[row["version"]] ?? []
                return Revision(
                    version: row["version"], title: row["title"], saved: row["saved"],
                    stages: model.stages.flatMap { asks in
                        changed.filter { $0["stage"] == asks.name }
                            .map { Reflection.Stage(asks: asks, words: $0["words"]) }
                    })
            }
        }
    }

    /// Deletes what stood there before; what stands now is not touched.
    ///
    /// - Returns: false where the owner has no such reflection.
    package func forgetRevisions(of id: ID<Reflection>, by owner: PersonID) async throws -> Bool {
        try await database.write { [today = world.today] db in
            guard case .owner = try Door(to: id, for: owner, on: today, in: db) else { return false }
            try db.execute(sql: "DELETE FROM revision WHERE reflection = ?", arguments: [id])
            return true
        }
    }
}

extension Reflection {
    /// Keeps what a save is about to change.
    func keepAsRevision(before draft: Draft, in db: Database) throws {
        let changed = stages.filter { stage in draft.stages.contains { $0.asks == stage.asks && $0 != stage } }
        guard !changed.isEmpty || title != draft.title else { return }
        try db.execute(sql: "INSERT INTO revision VALUES (?, ?, ?, ?)", arguments: [id, version, title, saved])
        for stage in changed {
            try db.execute(
                sql: "INSERT INTO revised_stage VALUES (?, ?, ?, ?)",
                arguments: [id, version, stage.asks.name, stage.words])
        }
    }
}
