import Foundation
import GRDB
import Storage
import Synchronization

/// The right to harvest a source, which one process has at a time.
///
/// It is a row with an end, so that a process which was killed keeps nobody out for longer than two minutes. It is taken
/// once there is something to harvest: to ask a feed that has not changed writes nothing.
final class Turn: Sendable {
    let source: String
    private let holder: String
    private let taken = Atomic(false)
    /// Seconds.
    private static let length = 120.0

    init(_ source: String, _ world: World) {
        self.source = source
        holder = world.secret()
    }

    var isTaken: Bool { taken.load(ordering: .sequentiallyConsistent) }

    /// - Throws: `HarvestFailure` while somebody else has it.
    func check(in file: DatabasePool, _ world: World) async throws {
        let now = world.now().timeIntervalSince1970
        try await file.read { db in try refuseWhileHeld(db, at: now) }
    }

    /// - Parameter state: what was known when the source was asked; whoever harvested meanwhile has changed it.
    /// - Throws: `HarvestFailure` where somebody else has it, or had it since.
    func take(knowing state: HarvestState, in file: DatabasePool, _ world: World) async throws {
        guard !isTaken else { return }
        let now = world.now().timeIntervalSince1970
        try await file.write { db in
            try refuseWhileHeld(db, at: now)
            guard try HarvestState(db, source) == state else {
                throw HarvestFailure(
                    description: "Another process has just harvested this source.", isOthersTurn: true)
            }
            try set(until: now + Self.length, holder: holder, db)
        }
        taken.store(true, ordering: .sequentiallyConsistent)
    }

    private func refuseWhileHeld(_ db: Database, at now: Double) throws {
        let until = try Double.fetchOne(
            db, sql: "SELECT until FROM turn WHERE source = ? AND holder IS NOT NULL AND until > ?",
            arguments: [source, now])
        guard let until else { return }
        let seconds = Int((until - now).rounded(.up))
        throw HarvestFailure(
            description:
                "Another process harvests this source. Should it have been stopped, try again in \(seconds) seconds.",
            isOthersTurn: true)
    }

    /// - Throws: `HarvestFailure` where somebody else took it, because we were silent for too long.
    func keep(in db: Database, at now: Date) throws {
        try db.execute(
            sql: "UPDATE turn SET until = ? WHERE source = ? AND holder = ?",
            arguments: [now.timeIntervalSince1970 + Self.length, source, holder])
        guard db.changesCount == 1 else {
            throw HarvestFailure(description: "Another process has taken this harvest over.", isOthersTurn: true)
        }
    }

    /// Where it was never taken, somebody else's is left alone.
    /// - Parameter due: when the source is to be harvested again.
    func giveBack(due: Date, in db: Database) throws {
        let now = try String.fetchOne(db, sql: "SELECT holder FROM turn WHERE source = ?", arguments: [source])
        guard now == (isTaken ? holder : nil) else { return }
        try set(until: due.timeIntervalSince1970, holder: nil, db)
    }

    private func set(until: Double, holder: String?, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE turn SET holder = ?, until = ? WHERE source = ?", arguments: [holder, until, source])
        guard db.changesCount == 0 else { return }
        try db.execute(
            sql: "INSERT INTO turn (source, holder, until) VALUES (?, ?, ?)", arguments: [source, holder, until])
    }
}
