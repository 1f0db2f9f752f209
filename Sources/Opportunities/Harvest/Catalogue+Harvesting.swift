package import Foundation
import GRDB
import Storage

extension Catalogue {
    /// Brings the catalogue up to date with a source's file: wholly, or not at all.
    ///
    /// What is missing from the file is kept and marked; only the source's own word that something is over withdraws
    /// it. An unchanged file writes nothing but the source's last good harvest.
    /// - Parameter folder: where the source's location starts from.
    /// - Throws: `HarvestFailure` with a sentence, when nothing was changed.
    package func harvest(
        _ name: String, from folder: URL, progress: @Sendable (HarvestProgress) -> Void = { _ in }
    ) async throws -> Harvest {
        guard let source = try await sources().first(where: { $0.name == name }) else {
            throw HarvestFailure(description: "There is no source “\(name)”.")
        }
        let harvested = try read(source, from: folder, progress: progress)
        guard !harvested.readings.isEmpty else {
            throw HarvestFailure(description: "\(source.location) holds no items, so nothing was changed.")
        }
        let today = world.today
        let harvest = try await file.write { db in try Gathering(db, source, today).take(harvested) }
        snapshots.noteAsked(at: .distantPast)
        return harvest
    }

    private func read(
        _ source: Source, from folder: URL, progress: (HarvestProgress) -> Void
    ) throws -> Harvested {
        let isAbsolute = source.location.hasPrefix("/")
        let file = isAbsolute ? URL(filePath: source.location) : folder.appending(path: source.location)
        do {
            switch source.format {
            case .doit: return try DoitExport(places: places, taxonomy: taxonomy).read(file, progress: progress)
            case .teamkinetic:
                return try TeamKineticGraph(places: places, taxonomy: taxonomy).read(file, progress: progress)
            }
        } catch let unreadable as JSONItems.Unreadable {
            throw HarvestFailure(description: "\(unreadable) Nothing was changed.")
        }
    }
}

/// One harvest on its way into the tables, in one transaction.
private struct Gathering {
    let db: Database
    let source: Source
    let today: Day
    private let known: [String: Known]

    private struct Known {
        let number: Int
        let fingerprint: Data
        let isMissing: Bool
        let isWithdrawn: Bool
    }

    init(_ db: Database, _ source: Source, _ today: Day) throws {
        self.db = db
        self.source = source
        self.today = today
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT provider_id, number, fingerprint, missing_since, withdrawn FROM opportunity WHERE source = ?
                """, arguments: [source.name])
        known = Dictionary(
            rows.map { row in
                (
                    row["provider_id"],
                    Known(
                        number: row["number"], fingerprint: row["fingerprint"],
                        isMissing: row["missing_since"] != DatabaseValue.null,
                        isWithdrawn: row["withdrawn"] != DatabaseValue.null)
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    func take(_ harvested: Harvested) throws -> Harvest {
        var new = 0
        var changed = 0
        var unchanged = 0
        var withdrawn: Set<String> = []
        var live: Set<String> = []
        var refusals: [String: Int] = [:]
        for reading in harvested.readings {
            switch reading {
            case .refused(let refusal): refusals[refusal.description, default: 0] += 1
            case .withdrawn(let id):
                withdrawn.insert(id)
                if let row = known[id], !row.isWithdrawn { try withdraw(row) }
            case .live(let advert):
                live.insert(advert.providerID)
                let fingerprint = advert.fingerprint
                guard let row = known[advert.providerID] else {
                    try OpportunityRow(db, advert, fingerprint, source.name).insert(on: today)
                    new += 1
                    continue
                }
                if row.fingerprint == fingerprint, !row.isWithdrawn {
                    if row.isMissing { try found(row) }
                    unchanged += 1
                } else {
                    try OpportunityRow(db, advert, fingerprint, source.name).update(row.number, on: today)
                    changed += 1
                }
            }
        }
        let confirmed = try Day.fetchOne(
            db, sql: "SELECT last_good_harvest FROM source WHERE name = ?", arguments: [source.name])
        let missing = known.filter { !live.contains($0.key) && !withdrawn.contains($0.key) && !$0.value.isWithdrawn }
        for row in missing.values where !row.isMissing { try miss(row, confirmed: confirmed ?? today) }
        try keepTallies(refusals: refusals, defects: harvested.defects)
        try db.execute(
            sql: "UPDATE source SET last_good_harvest = ?, rows_read = ?, rows_withdrawn = ? WHERE name = ?",
            arguments: [today, harvested.readings.count, withdrawn.count, source.name])
        return Harvest(
            source: source.name, read: harvested.readings.count, live: live.count, withdrawn: withdrawn.count,
            refused: harvested.refused, new: new, changed: changed, unchanged: unchanged, missing: missing.count)
    }

    private func withdraw(_ row: Known) throws {
        try db.execute(sql: "UPDATE opportunity SET withdrawn = ? WHERE number = ?", arguments: [today, row.number])
        try db.execute(sql: "DELETE FROM searchable WHERE rowid = ?", arguments: [row.number])
    }

    private func miss(_ row: Known, confirmed: Day) throws {
        try db.execute(
            sql: "UPDATE opportunity SET missing_since = ?, last_confirmed = ? WHERE number = ?",
            arguments: [today, confirmed, row.number])
    }

    private func found(_ row: Known) throws {
        try db.execute(
            sql: "UPDATE opportunity SET missing_since = NULL, last_confirmed = NULL WHERE number = ?",
            arguments: [row.number])
    }

    private func keepTallies(refusals: [String: Int], defects: [Defect: Int]) throws {
        let now =
            refusals.map { Tally(kind: "refusal", reason: $0.key, times: $0.value) }
            + defects.map { Tally(kind: "defect", reason: $0.key.rawValue, times: $0.value) }
        let kept = try Row.fetchAll(
            db, sql: "SELECT kind, reason, times FROM tally WHERE source = ?", arguments: [source.name]
        ).map { Tally(kind: $0["kind"], reason: $0["reason"], times: $0["times"]) }
        guard Set(kept) != Set(now) else { return }
        try db.execute(sql: "DELETE FROM tally WHERE source = ?", arguments: [source.name])
        for tally in now {
            try db.execute(
                sql: "INSERT INTO tally (source, kind, reason, times) VALUES (?, ?, ?, ?)",
                arguments: [source.name, tally.kind, tally.reason, tally.times])
        }
    }

    private struct Tally: Hashable {
        let kind: String
        let reason: String
        let times: Int
    }
}
