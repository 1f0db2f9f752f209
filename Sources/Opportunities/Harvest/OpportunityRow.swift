import Foundation
import GRDB
import Storage

/// An advert written into the tables and the index.
struct OpportunityRow {
    let db: Database
    let finished: FinishedAdvert
    let source: String
    private var advert: Advert { finished.advert }

    init(_ db: Database, _ finished: FinishedAdvert, _ source: String) {
        self.db = db
        self.finished = finished
        self.source = source
    }

    func insert(on today: Day) throws {
        let number =
            try Int.fetchOne(
                try db.cachedStatement(sql: "SELECT coalesce(max(number), 0) + 1 FROM opportunity")) ?? 1
        let own: [(any DatabaseValueConvertible)?] = [number, finished.id, source, advert.providerID, today, today]
        try write(
            sql: """
                INSERT INTO opportunity (number, id, source, provider_id, first_seen, changed, fingerprint, title,
                    organisation, description, link, remote, paid_research, starts, ends, hours_least, hours_most,
                    hours_said, pays_expenses, needs_check, needs_references, step_free, minimum_age, quality, status,
                    origin)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, arguments: StatementArguments(own + content))
        try insertParts(of: number)
    }

    func update(_ number: Int, on today: Day) throws {
        try write(
            sql: """
                UPDATE opportunity SET fingerprint = ?, title = ?, organisation = ?, description = ?, link = ?,
                    remote = ?, paid_research = ?, starts = ?, ends = ?, hours_least = ?, hours_most = ?,
                    hours_said = ?, pays_expenses = ?, needs_check = ?, needs_references = ?, step_free = ?,
                    minimum_age = ?, quality = ?, status = ?, origin = ?, changed = ?, missing_since = NULL, last_confirmed = NULL,
                    withdrawn = NULL
                WHERE number = ?
                """, arguments: StatementArguments(content + [today, number]))
        for table in ["whereabouts", "session", "slot", "cause", "line"] {
            try write(sql: "DELETE FROM \(table) WHERE opportunity = ?", arguments: [number])
        }
        try write(sql: "DELETE FROM searchable WHERE rowid = ?", arguments: [number])
        try insertParts(of: number)
    }

    private var content: [(any DatabaseValueConvertible)?] {
        [
            finished.fingerprint, advert.title, advert.organisation, advert.description, advert.link, advert.isRemote,
            advert.isPaidResearch, advert.starts, advert.ends, advert.hours?.least, advert.hours?.most,
            advert.hours?.said, advert.terms.paysExpenses, advert.terms.needsCheck, advert.terms.needsReferences,
            advert.terms.isStepFree, advert.terms.minimumAge, finished.quality, advert.status?.rawValue,
            advert.origin,
        ]
    }

    /// Prepared once for all rows: preparing takes longer than writing.
    private func write(sql: String, arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    private func insertParts(of number: Int) throws {
        for (position, place) in advert.whereabouts.enumerated() {
            try write(
                sql: "INSERT INTO whereabouts VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    number, position, place.address, place.surroundings, place.coordinate?.latitude,
                    place.coordinate?.longitude,
                ])
        }
        for (position, session) in advert.sessions.enumerated() {
            try write(
                sql: "INSERT INTO session VALUES (?, ?, ?, ?)",
                arguments: [number, position, session.starts.description, session.ends?.description])
        }
        for slot in Set(advert.slots) {
            try write(
                sql: "INSERT INTO slot VALUES (?, ?, ?)",
                arguments: [number, slot.weekday?.rawValue ?? 0, slot.part?.rawValue ?? ""])
        }
        for attribution in advert.causes {
            try write(
                sql: "INSERT INTO cause VALUES (?, ?, ?, ?)",
                arguments: [number, attribution.cause.id, attribution.cause.label, attribution.isInferred])
        }
        try insert(advert.needs, as: "needs", of: number)
        try insert(advert.gains, as: "gains", of: number)
        try insert(advert.requirements.map { Skill(text: $0, isBoilerplate: false) }, as: "requirement", of: number)
        try index(number)
    }

    private func insert(_ lines: [Skill], as kind: String, of number: Int) throws {
        for (position, line) in lines.enumerated() {
            try write(
                sql: "INSERT INTO line VALUES (?, ?, ?, ?, ?)",
                arguments: [number, kind, position, line.text, line.isBoilerplate])
        }
    }

    private func index(_ number: Int) throws {
        let words = finished.words
        try write(
            sql: """
                INSERT INTO searchable (rowid, title, organisation, gains, needs, causes, place, text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                number, words.title, words.organisation, words.gains, words.needs, words.causes, words.place,
                words.text,
            ])
    }
}
