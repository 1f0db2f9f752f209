import GRDB
import Storage

/// Readings on their way into the tables, in one transaction.
struct Gathering {
    let db: Database
    let source: Source
    let today: Day
    private(set) var changes = Changes()
    private let known: KnownRows
    private let opportunities: OpportunityRows
    private let noteItem: RowStatement
    /// Of all opportunities; nobody else adds any meanwhile.
    private var highest = 0
    private var added: AddedTogether?
    private var indexed = IndexedTogether()

    struct Changes: Sendable {
        var new = 0
        var changed = 0
        var unchanged = 0
        var touched = TouchedOrganisations()
    }

    init(_ db: Database, _ source: Source, _ today: Day) throws {
        self.db = db
        self.source = source
        self.today = today
        known = KnownRows(db: db, source: source)
        opportunities = try OpportunityRows(db)
        noteItem = try RowStatement(
            db,
            """
            INSERT INTO feed_item (source, item, modified) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET modified = excluded.modified
            """)
    }

    mutating func take(_ item: TakenItem) throws {
        for id in item.over {
            for row in try known.rows(of: id) where !row.isWithdrawn { try withdraw(row) }
        }
        for finished in item.live { try take(finished) }
        if let feedItem = item.feedItem { try note(feedItem, of: item.ids) }
    }

    /// Before the transaction ends.
    mutating func finish() throws {
        try added?.note()
        added = nil
        try indexed.write(in: db)
    }

    private mutating func take(_ finished: FinishedAdvert) throws {
        let advert = finished.advert
        guard let row = try known.row(of: advert.providerID) else {
            if added == nil {
                highest = try opportunities.highest()
                added = try AddedTogether(after: highest, in: db)
            }
            highest += 1
            try opportunities.insert(finished, of: source.name, as: highest, on: today)
            indexed.index(highest, by: finished.words)
            changes.new += 1
            changes.touched.wrote(advert)
            return
        }
        if row.fingerprint == finished.fingerprint, !row.isWithdrawn {
            if row.isMissing { try found(row) }
            changes.unchanged += 1
        } else {
            try opportunities.update(row, to: finished, on: today)
            indexed.index(row.number, by: finished.words)
            changes.changed += 1
            if row.organisation != advert.organisation { changes.touched.lost(row.organisation) }
            changes.touched.wrote(advert)
        }
    }

    /// Keeps how new an item of a feed is, and lets go of what is no longer part of it.
    private func note(_ item: FeedItem, of ids: Set<String>) throws {
        try noteItem.run { row in
            row.add(source.name)
            row.add(item.key)
            row.add(item.modified.text)
        }
        // A broken item says nothing about what there was.
        guard !item.isDeleted, !ids.isEmpty else { return }
        for row in try known.rows(of: item.key, but: ids) where row.isFresh {
            try miss([row.number], confirmed: today)
        }
    }

    private mutating func withdraw(_ row: KnownRow) throws {
        let number = row.number
        try db.cachedStatement(sql: "UPDATE opportunity SET withdrawn = ? WHERE number = ?")
            .execute(arguments: [today, number])
        indexed.remove(number)
        changes.touched.lost(row.organisation)
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
