package import Foundation
import GRDB
package import Outbound
import Storage

extension Catalogue {
    /// Items that are taken in together, in one transaction.
    package static let harvestedAtOnce = TakingIn.batch

    /// Brings the catalogue up to date with a source: wholly, or not at all.
    ///
    /// What is missing is kept and marked; only the source's own word that something is over withdraws it. A source that
    /// has not changed costs one request, and the date of its last good harvest. Stopped at any moment and run again, it
    /// ends in the same catalogue.
    /// - Parameters:
    ///   - folder: where a location that is a file's path starts from.
    ///   - way: for a location that is an address.
    /// - Throws: `HarvestFailure` with a sentence, when nothing was changed; `CancellationError`.
    package func harvest(
        _ name: String, from folder: URL, over way: WayOut = WayOut(),
        progress: @escaping @Sendable (HarvestProgress) -> Void = { _ in }
    ) async throws -> Harvest {
        guard let source = try await sources().first(where: { $0.name == name }) else {
            throw HarvestFailure(description: "There is no source “\(name)”.")
        }
        let turn = Turn(name, world)
        try await turn.check(in: file, world)
        let harvest: Harvest
        do {
            harvest = try await HarvestRun(self, source, turn, folder: folder, way: way, progress).run()
        } catch {
            // A task that was cancelled may write no more, and this has to be written.
            await Task {
                await note(error, of: source, turn)
                if turn.isTaken { try? await Settling.end(in: file) }
            }.value
            throw error
        }
        let hasJoined = try await joinCards()
        // Where nothing was written, somebody else may be at it.
        if turn.isTaken || hasJoined { try await Settling.end(in: file) }
        snapshots.noteAsked(at: .distantPast)
        return harvest
    }

    /// Keeps why a harvest came to nothing, and gives the turn back.
    private func note(_ error: any Error, of source: Source, _ turn: Turn) async {
        let now = world.now()
        try? await file.write { db in
            var due = now
            if let failure = error as? HarvestFailure, !failure.isOthersTurn {
                var state = try HarvestState(db, source.name)
                state.problem = failure.description
                state.held = failure.held
                state.failures = failure.held == nil ? state.failures + 1 : 0
                try state.save(db, source.name, on: Day(containing: now))
                let wait = failure.held == nil ? min(86_400, 300 * Double(1 << min(state.failures, 10))) : 86_400
                due = max(now + wait, Date(timeIntervalSince1970: failure.notBefore ?? 0))
            }
            try turn.giveBack(due: due, in: db)
        }
    }
}
