import Foundation
import LearningSpace
import Logging
import Members
import Opportunities
import Questions
import ServiceLifecycle
import Storage

/// Work on the clock. Each round can be run twice without harm.
struct Rounds: Service {
    let rooms: Rooms
    let timetable: Timetable
    let logger: Logger

    func run() async {
        await cancelWhenGracefulShutdown {
            await attempt("make the key that signs tokens") { _ = try await rooms.desk.tokenKey() }
            await attempt("forget what is over") { try await forget() }
            var earlier = rooms.world.now()
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(timetable.tick))
                guard !Task.isCancelled else { return }
                let now = rooms.world.now()
                await round(after: earlier, until: now)
                earlier = now
            }
        }
    }

    func round(after earlier: Date, until now: Date) async {
        if timetable.hasBatch(after: earlier, until: now) {
            await attempt("take back what waits too long") { try await rooms.desk.returnOverdue() }
            await attempt("run a batch") { _ = try await rooms.desk.batch() }
        }
        await attempt("tell saved searches what is new") { try await rooms.catalogue.evaluateSavedSearches() }
        let (yesterday, today) = (Day(containing: earlier), Day(containing: now))
        guard yesterday < today else { return }
        await attempt("forget what is over") { try await forget() }
        if Week(containing: yesterday) != Week(containing: today) {
            await attempt("vacuum the questions") { _ = try await rooms.desk.vacuum() }
        }
    }

    private func forget() async throws {
        try await rooms.directory.forgetWhatEnded()
        try await rooms.desk.forget()
        try await rooms.desk.forgetEpochs()
        try await rooms.catalogue.forgetOldAlerts()
        try await rooms.journal.sweepEvidence()
        try await rooms.journal.sweepParcels()
        try await rooms.journal.forgetOldStatements()
        for person in try await rooms.directory.halfErased() { try await rooms.erase(person) }
        // Last, for a large archive takes minutes.
        try await rooms.journal.workOnParcels()
    }

    private func attempt(_ what: String, _ work: () async throws -> Void) async {
        do {
            try await work()
        } catch is CancellationError {
            // The program is stopping, and this is done when it starts again.
        } catch {
            logger.error("could not \(what); the next round tries again: \(error)")
        }
    }
}
