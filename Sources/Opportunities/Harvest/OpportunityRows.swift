import Foundation
import GRDB
import Storage

/// Writes adverts into the tables, with statements that are looked up once for many.
struct OpportunityRows {
    private let last: Statement
    private let insert: RowStatement
    private let rewrite: RowStatement
    private let reindex: RowStatement
    private let parts: [RowStatement]
    private let whereabouts: RowStatement
    private let session: RowStatement
    private let slot: RowStatement
    private let cause: RowStatement
    private let line: RowStatement

    init(_ db: Database) throws {
        last = try db.cachedStatement(sql: "SELECT coalesce(max(number), 0) FROM opportunity")
        insert = try RowStatement(
            db,
            """
            INSERT INTO opportunity (number, id, source, provider_id, first_seen, organisation, link, changed,
                fingerprint, title, description, remote, paid_research, starts, ends, hours_least, hours_most,
                hours_said, pays_expenses, needs_check, needs_references, step_free, minimum_age, quality, status,
                origin)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        rewrite = try RowStatement(db, "\(Self.update) WHERE number = ?")
        reindex = try RowStatement(
            db,
            """
            \(Self.update), organisation = ?, link = ?, missing_since = NULL, last_confirmed = NULL, withdrawn = NULL
            WHERE number = ?
            """)
        parts = try ["whereabouts", "session", "slot", "cause", "line"].map { table in
            try RowStatement(db, "DELETE FROM \(table) WHERE opportunity = ?")
        }
        whereabouts = try RowStatement(db, "INSERT INTO whereabouts VALUES (?, ?, ?, ?, ?, ?)")
        session = try RowStatement(db, "INSERT INTO session VALUES (?, ?, ?, ?)")
        slot = try RowStatement(db, "INSERT INTO slot VALUES (?, ?, ?)")
        cause = try RowStatement(db, "INSERT INTO cause VALUES (?, ?, ?, ?)")
        line = try RowStatement(db, "INSERT INTO line VALUES (?, ?, ?, ?, ?)")
    }

    /// SQLite writes every index anew that has a column among these, whether or not it has changed.
    private static let update = """
        UPDATE opportunity SET changed = ?, fingerprint = ?, title = ?, description = ?, remote = ?, paid_research = ?,
            starts = ?, ends = ?, hours_least = ?, hours_most = ?, hours_said = ?, pays_expenses = ?, needs_check = ?,
            needs_references = ?, step_free = ?, minimum_age = ?, quality = ?, status = ?, origin = ?
        """

    /// The highest number there is.
    func highest() throws -> Int { try Int.fetchOne(last) ?? 0 }

    func insert(_ finished: FinishedAdvert, of source: String, as number: Int, on today: Day) throws {
        try insert.run { row in
            row.add(number)
            row.add(finished.id)
            row.add(source)
            row.add(finished.advert.providerID)
            row.add(today)
            row.add(finished.advert.organisation)
            row.add(finished.advert.link)
            Self.add(finished, on: today, to: &row)
        }
        try insertParts(of: number, finished)
    }

    func update(_ known: KnownRow, to finished: FinishedAdvert, on today: Day) throws {
        let (advert, number) = (finished.advert, known.number)
        if known.isFresh, known.organisation == advert.organisation, known.link == advert.link {
            try rewrite.run { row in
                Self.add(finished, on: today, to: &row)
                row.add(number)
            }
        } else {
            try reindex.run { row in
                Self.add(finished, on: today, to: &row)
                row.add(advert.organisation)
                row.add(advert.link)
                row.add(number)
            }
        }
        for part in parts { try part.run { $0.add(number) } }
        try insertParts(of: number, finished)
    }

    private static func add(_ finished: FinishedAdvert, on today: Day, to row: inout RowStatement.Values) {
        let advert = finished.advert
        row.add(today)
        row.add(finished.fingerprint)
        row.add(advert.title)
        row.add(advert.description)
        row.add(advert.isRemote)
        row.add(advert.isPaidResearch)
        row.add(advert.starts)
        row.add(advert.ends)
        row.add(advert.hours?.least)
        row.add(advert.hours?.most)
        row.add(advert.hours?.said)
        row.add(advert.terms.paysExpenses)
        row.add(advert.terms.needsCheck)
        row.add(advert.terms.needsReferences)
        row.add(advert.terms.isStepFree)
        row.add(advert.terms.minimumAge)
        row.add(finished.quality)
        row.add(advert.status?.rawValue)
        row.add(advert.origin)
    }

    private func insertParts(of number: Int, _ finished: FinishedAdvert) throws {
        let advert = finished.advert
        for (position, place) in advert.whereabouts.enumerated() {
            try whereabouts.run { row in
                row.add(number)
                row.add(position)
                row.add(place.address)
                row.add(place.surroundings)
                row.add(place.coordinate?.latitude)
                row.add(place.coordinate?.longitude)
            }
        }
        for (position, one) in advert.sessions.enumerated() {
            try session.run { row in
                row.add(number)
                row.add(position)
                row.add(one.starts.description)
                row.add(one.ends?.description)
            }
        }
        var slots: Set<Slot> = []
        for one in advert.slots where slots.insert(one).inserted {
            try slot.run { row in
                row.add(number)
                row.add(one.weekday?.rawValue ?? 0)
                row.add(one.part?.rawValue ?? "")
            }
        }
        for attribution in advert.causes {
            try cause.run { row in
                row.add(number)
                row.add(attribution.cause.id)
                row.add(attribution.cause.label)
                row.add(attribution.isInferred)
            }
        }
        try insert(advert.needs, as: "needs", of: number)
        try insert(advert.gains, as: "gains", of: number)
        try insert(advert.requirements.map { Skill(text: $0, isBoilerplate: false) }, as: "requirement", of: number)
    }

    private func insert(_ lines: [Skill], as kind: String, of number: Int) throws {
        for (position, one) in lines.enumerated() {
            try line.run { row in
                row.add(number)
                row.add(kind)
                row.add(position)
                row.add(one.text)
                row.add(one.isBoilerplate)
            }
        }
    }
}
