import GRDB
import Storage
import Synchronization

/// The snapshot that searches are answered from, read anew when the tables have changed.
///
/// Changes by another process, as `riffle harvest`, are seen too: the generation stands in the file.
final class Snapshots: Sendable {
    private struct State {
        var current: Snapshot?
        var isRenewing = false
    }
    private let state = Mutex(State())

    /// Reading so many takes under .1 s, which a search can wait for; a larger one is read beside the searches, which
    /// go on with what they have.
    private static let quick = 20_000

    /// The snapshot of what `db` sees, or the one before while a large one is being read.
    func snapshot(in db: Database, day: Day, of file: DatabasePool) throws -> Snapshot {
        let generation = try Snapshot.generation(db)
        return try state.withLock { state in
            if let current = state.current {
                if current.generation >= generation, current.day >= day { return current }
                if current.count > Self.quick {
                    if !state.isRenewing { renew(from: file, day: day) }
                    state.isRenewing = true
                    return current
                }
            }
            let snapshot = try Snapshot(db, day: day)
            state.current = snapshot
            return snapshot
        }
    }

    private func renew(from file: DatabasePool, day: Day) {
        Task {
            let renewed = try? await file.read { db in try Snapshot(db, day: day) }
            state.withLock { state in
                state.isRenewing = false
                if let renewed { state.current = renewed }
            }
        }
    }
}
