import GRDB
import Storage

/// What can be found as it was at one moment: what was answered from it holds as long as it does.
package struct Edition: Hashable, Sendable {
    package let generation: Int
    let day: Day
}

extension Catalogue {
    /// The edition that searches are answered from.
    package func edition() async throws -> Edition {
        let now = world.now()
        let today = world.today
        if let recent = snapshots.recentEdition(at: now), recent.day == today { return recent }
        let snapshot = try await file.read { db in try snapshots.snapshot(in: db, day: today, of: file) }
        snapshots.noteAsked(at: now)
        return Edition(generation: snapshot.generation, day: snapshot.day)
    }
}
