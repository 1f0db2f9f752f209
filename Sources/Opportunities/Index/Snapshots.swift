import Foundation
import GRDB
import Storage
import Synchronization
import TextSearch

/// The snapshot that searches are answered from, read anew when the tables have changed.
///
/// Changes by another process, as `riffle harvest`, are seen too: the generation stands in the file. While a harvest goes
/// on, searches have what there was before it, so that all of it is read once; what a person changed is read at once.
final class Snapshots: Sendable {
    private struct State {
        var current: Snapshot?
        var isRenewing = false
        /// When the file was last asked whether it has changed.
        var asked = Date.distantPast
        /// What a person changed, and wants to see.
        var demanded = 0
        /// Since when the end of a harvest is waited for.
        var waiting: Date?
    }
    private let state = Mutex(State())
    private let language: Language
    private let kept: KeptSnapshot
    private let world: World
    /// Seconds that an end is waited for at most: a harvest that goes on for ever delays nothing for longer.
    private static let patience = 300.0
    /// Reading so many takes a second, which a search can wait for; a larger one is read beside the searches, which
    /// go on with what they have, and is kept in files for the next start.
    private let quick: Int

    /// - Parameter folder: for the files.
    init(language: Language, folder: URL, world: World, quick: Int = 20_000) {
        self.language = language
        self.world = world
        self.quick = quick
        kept = KeptSnapshot(folder: folder)
    }

    /// The snapshot of what `db` sees, or the one before while a large one is being read.
    func snapshot(in db: Database, day: Day, of file: DatabasePool) throws -> Snapshot {
        let generation = try Snapshot.generation(db)
        return try state.withLock { state in
            if let current = state.current {
                if current.generation >= generation, current.day >= day {
                    state.waiting = nil
                    return current
                }
                if try isToWait(&state, for: current, in: db) { return current }
                if current.count > quick {
                    if !state.isRenewing { renew(from: file, day: day) }
                    state.isRenewing = true
                    return current
                }
            }
            let snapshot = try Snapshot(db, day: day, language: language, kept: kept)
            state.current = snapshot
            if snapshot.count > quick { Task { keep(snapshot) } }
            return snapshot
        }
    }

    private func isToWait(_ state: inout State, for current: Snapshot, in db: Database) throws -> Bool {
        let now = world.now()
        let since = state.waiting ?? now
        let isOver = abs(now.timeIntervalSince(since)) >= Self.patience
        guard current.generation >= state.demanded, !isOver, try Settling.isGoingOn(in: db, at: now) else {
            state.waiting = nil
            return false
        }
        state.waiting = since
        return true
    }

    /// A person has changed something and looks for it: it is read even while a harvest goes on.
    func demand(_ generation: Int) {
        state.withLock { state in
            state.demanded = max(state.demanded, generation)
            state.asked = .distantPast
        }
    }

    /// The edition that searches are answered from, where the file was asked within the last second whether it is the
    /// newest; a harvest by another process is noticed that much later.
    func recentEdition(at now: Date) -> Edition? {
        state.withLock { state in
            guard let current = state.current, abs(now.timeIntervalSince(state.asked)) < 1 else { return nil }
            return Edition(generation: current.generation, day: current.day)
        }
    }

    func noteAsked(at time: Date) { state.withLock { $0.asked = time } }

    private func renew(from file: DatabasePool, day: Day) {
        Task { [language, kept] in
            let renewed = try? await file.read { db in try Snapshot(db, day: day, language: language, kept: kept) }
            state.withLock { state in
                state.isRenewing = false
                if let renewed { state.current = renewed }
            }
            if let renewed { keep(renewed) }
        }
    }

    /// Without the files, as on a full disk, the next start takes longer, and that is all.
    private func keep(_ snapshot: Snapshot) { try? snapshot.keep(in: kept) }
}
