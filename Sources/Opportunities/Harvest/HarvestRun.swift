import Foundation
import GRDB
import Outbound
import Storage

/// One harvest of one source: asked for, surveyed, believed or held, taken in.
struct HarvestRun: Sendable {
    let catalogue: Catalogue
    let source: Source
    let turn: Turn
    let folder: URL
    let way: WayOut
    let progress: @Sendable (HarvestProgress) -> Void

    init(
        _ catalogue: Catalogue, _ source: Source, _ turn: Turn, folder: URL, way: WayOut,
        _ progress: @escaping @Sendable (HarvestProgress) -> Void
    ) {
        self.catalogue = catalogue
        self.source = source
        self.turn = turn
        self.folder = folder
        self.way = way
        self.progress = progress
    }

    func run() async throws -> Harvest {
        let state = try await catalogue.file.read { db in try HarvestState(db, source.name) }
        do {
            switch try await ask(state) {
            case .unchanged(let next): return try await confirm(next)
            case .items(let obtained):
                let harvest = try await takeIn(obtained)
                catalogue.spools.remove(source.name)
                return harvest
            }
        } catch let unreadable as Unreadable {
            throw HarvestFailure(description: "\(unreadable) Nothing was changed.")
        } catch let failure as FetchFailure {
            throw HarvestFailure(description: failure.description)
        }
    }

    private func ask(_ state: HarvestState) async throws -> Asked {
        let asking = Asking(way: way, file: catalogue.file, world: catalogue.world)
        guard source.isFetched else {
            let isAbsolute = source.location.hasPrefix("/")
            let file = isAbsolute ? URL(filePath: source.location) : folder.appending(path: source.location)
            try await turn.take(knowing: state, in: catalogue.file, catalogue.world)
            return .items(Obtained(file: file, name: file.lastPathComponent, isWhole: true, state: state))
        }
        if source.format == .rpde {
            return try await FollowFeed(
                asking: asking, source: source, turn: turn, spools: catalogue.spools, progress: progress
            ).follow(from: state)
        }
        // Its spool has one name, and it is asked once a day: the turn comes first.
        try await turn.take(knowing: state, in: catalogue.file, catalogue.world)
        return try await asking.document(source, state, in: catalogue.spools)
    }

    private func takeIn(_ obtained: Obtained) async throws -> Harvest {
        let reader = try source.format.reader(
            catalogue.places, catalogue.taxonomy, of: obtained, ownAddress: catalogue.address)
        var survey = try await Surveying(self, obtained, reader).survey()
        try await believe(&survey, obtained)
        try await TakingIn(self, obtained, reader).take(&survey)
        return try await finish(survey, obtained)
    }

    /// A source that sends what it sent the last time: only that it still stands by it is new, and that is written once a
    /// day.
    private func confirm(_ next: HarvestState) async throws -> Harvest {
        let due = catalogue.world.now() + source.pause
        let today = catalogue.world.today
        var state = next
        (state.problem, state.failures, state.held) = (nil, 0, nil)
        let confirmed = state
        let isNoted = try await catalogue.file.read { db in try self.isNoted(confirmed, on: today, db) }
        if isNoted {
            let written = try await catalogue.file.read { db in
                try Double.fetchOne(db, sql: "SELECT until FROM turn WHERE source = ?", arguments: [source.name])
            }
            catalogue.confirmations.note(source.name, written: written, due: due.timeIntervalSince1970)
        } else {
            try await catalogue.file.write { db in
                try confirmed.save(db, source.name, on: today)
                try db.execute(
                    sql: "UPDATE source SET last_good_harvest = ? WHERE name = ?", arguments: [today, source.name])
                try turn.giveBack(due: due, in: db)
            }
        }
        return try await catalogue.file.read { db in try nothingNew(db) }
    }

    /// Whether the file says so already; when the end was reached is as fine as the day.
    private func isNoted(_ state: HarvestState, on today: Day, _ db: Database) throws -> Bool {
        var known = try HarvestState(db, source.name)
        known.reached = state.reached
        let day = try Day.fetchOne(
            db, sql: "SELECT last_good_harvest FROM source WHERE name = ?", arguments: [source.name])
        return !turn.isTaken && known == state && day == today
    }

    private func nothingNew(_ db: Database) throws -> Harvest {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT rows_read, rows_withdrawn,
                    (SELECT coalesce(sum(times), 0) FROM tally WHERE source = name AND kind = 'refusal') AS refused,
                    (SELECT count(*) FROM opportunity WHERE source = name AND withdrawn IS NULL
                        AND missing_since IS NOT NULL) AS missing
                FROM source WHERE name = ?
                """, arguments: [source.name])
        let (read, withdrawn, refused): (Int, Int, Int) = (
            row?["rows_read"] ?? 0, row?["rows_withdrawn"] ?? 0, row?["refused"] ?? 0
        )
        let live = max(0, read - withdrawn - refused)
        return Harvest(
            source: source.name, read: read, live: live, withdrawn: withdrawn, refused: refused, new: 0, changed: 0,
            unchanged: live, missing: row?["missing"] ?? 0)
    }
}

extension Source {
    /// Seconds between two harvests on the clock.
    var pause: Double { format == .rpde ? 900 : 86_400 }

    /// Whether it is asked for over the network, and not read from a file of ours.
    package var isFetched: Bool { ["http://", "https://"].contains { location.lowercased().hasPrefix($0) } }
}
