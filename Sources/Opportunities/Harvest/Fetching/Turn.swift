import Foundation
import GRDB
import Storage

/// The right to harvest a source, which one process has at a time.
///
/// It is a row with an end, so that a process which was killed keeps nobody out for longer than two minutes.
struct Turn: Sendable {
    let source: String
    let holder: String
    /// Seconds.
    private static let length = 120.0

    /// - Throws: `HarvestFailure` while somebody else has it.
    static func take(_ source: String, in file: DatabasePool, _ world: World) async throws -> Turn {
        let turn = Turn(source: source, holder: world.secret())
        let now = world.now().timeIntervalSince1970
        try await file.write { db in
            let until = try Double.fetchOne(
                db, sql: "SELECT until FROM turn WHERE source = ? AND holder IS NOT NULL AND until > ?",
                arguments: [source, now])
            if let until {
                let seconds = Int((until - now).rounded(.up))
                throw HarvestFailure(
                    description:
                        "Another process harvests this source. Should it have been stopped, try again in \(seconds) seconds.",
                    isOthersTurn: true)
            }
            try turn.set(until: now + length, holder: turn.holder, db)
        }
        return turn
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

    /// - Parameter due: when the source is to be harvested again.
    func giveBack(due: Date, in db: Database) throws {
        guard
            try String.fetchOne(db, sql: "SELECT holder FROM turn WHERE source = ?", arguments: [source]) == holder
        else { return }
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
