import GRDB
import Storage

/// Readings on their way into the tables, in one transaction.
struct Gathering {
    let db: Database
    let source: Source
    let today: Day
    private(set) var changes = Changes()

    struct Changes: Sendable {
        var new = 0
        var changed = 0
        var unchanged = 0
        var touched = TouchedOrganisations()
    }

    init(_ db: Database, _ source: Source, _ today: Day) {
        self.db = db
        self.source = source
        self.today = today
    }

    mutating func take(_ item: TakenItem) throws {
        for id in item.over {
            for row in try rows(of: id) where !row.isWithdrawn { try withdraw(row) }
        }
        for finished in item.live { try take(finished) }
        if let feedItem = item.feedItem { try note(feedItem, of: item.ids) }
    }

    private mutating func take(_ finished: FinishedAdvert) throws {
        let advert = finished.advert
        guard let row = try KnownRow.find(advert.providerID, of: source.name, in: db) else {
            try OpportunityRow(db, finished, source.name).insert(on: today)
            changes.new += 1
            changes.touched.wrote(advert)
            return
        }
        if row.fingerprint == finished.fingerprint, !row.isWithdrawn {
            if row.isMissing { try found(row) }
            changes.unchanged += 1
        } else {
            try OpportunityRow(db, finished, source.name).update(row.number, on: today)
            changes.changed += 1
            if row.organisation != advert.organisation { changes.touched.lost(row.organisation) }
            changes.touched.wrote(advert)
        }
    }

    /// Keeps how new an item of a feed is, and lets go of what is no longer part of it.
    private func note(_ item: FeedItem, of ids: Set<String>) throws {
        try db.cachedStatement(sql: "DELETE FROM feed_item WHERE source = ? AND item = ?")
            .execute(arguments: [source.name, item.key])
        try db.cachedStatement(sql: "INSERT INTO feed_item (source, item, modified) VALUES (?, ?, ?)")
            .execute(arguments: [source.name, item.key, item.modified.text])
        // A broken item says nothing about what there was.
        guard !item.isDeleted, !ids.isEmpty else { return }
        for row in try rows(of: item.key) where row.isFresh && !ids.contains(row.id) {
            try miss([row.known.number], confirmed: today)
        }
    }

    private struct PartRow {
        let id: String
        let known: KnownRow
        var isFresh: Bool { known.isFresh }
        var isWithdrawn: Bool { known.isWithdrawn }
    }

    /// How many adverts made of one item stand as its source has them.
    func freshRows(of item: String) throws -> Int { try rows(of: item).count(where: \.isFresh) }

    /// The adverts made of one item.
    private func rows(of item: String) throws -> [PartRow] {
        var ids = [item]
        if source.format == .rpde {
            // What follows `#` stands between `#` and the sign after it.
            let statement = try db.cachedStatement(
                sql: "SELECT provider_id FROM opportunity WHERE source = ? AND provider_id > ? AND provider_id < ?")
            ids += try String.fetchAll(statement, arguments: [source.name, "\(item)#", "\(item)$"])
        }
        return try ids.compactMap { id in
            try KnownRow.find(id, of: source.name, in: db).map { PartRow(id: id, known: $0) }
        }
    }

    private mutating func withdraw(_ row: PartRow) throws {
        let number = row.known.number
        try db.cachedStatement(sql: "UPDATE opportunity SET withdrawn = ? WHERE number = ?")
            .execute(arguments: [today, number])
        try db.cachedStatement(sql: "DELETE FROM searchable WHERE rowid = ?").execute(arguments: [
            number
        ])
        changes.touched.lost(row.known.organisation)
    }

    func miss(_ numbers: [Int], confirmed: Day) throws {
        let statement = try db.cachedStatement(
            sql: "UPDATE opportunity SET missing_since = ?, last_confirmed = ? WHERE number = ?")
        for number in numbers { try statement.execute(arguments: [today, confirmed, number]) }
    }

    private func found(_ row: KnownRow) throws {
        try db.execute(
            sql: "UPDATE opportunity SET missing_since = NULL, last_confirmed = NULL WHERE number = ?",
            arguments: [row.number])
    }
}
