import Crypto
import Foundation
import GRDB
import Storage

/// An advert written into the tables and the index.
struct OpportunityRow {
    let db: Database
    let advert: Advert
    let fingerprint: Data
    let source: String

    init(_ db: Database, _ advert: Advert, _ fingerprint: Data, _ source: String) {
        self.db = db
        self.advert = advert
        self.fingerprint = fingerprint
        self.source = source
    }

    func insert(on today: Day) throws {
        let number = try Int.fetchOne(db, sql: "SELECT coalesce(max(number), 0) + 1 FROM opportunity") ?? 1
        let own: [(any DatabaseValueConvertible)?] = [number, id, source, advert.providerID, today, today]
        try db.execute(
            sql: """
                INSERT INTO opportunity (number, id, source, provider_id, first_seen, changed, fingerprint, title,
                    organisation, description, link, remote, paid_research, starts, ends, hours_least, hours_most,
                    hours_said, pays_expenses, needs_check, needs_references, step_free, minimum_age, quality)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, arguments: StatementArguments(own + content))
        try insertParts(of: number)
    }

    func update(_ number: Int, on today: Day) throws {
        try db.execute(
            sql: """
                UPDATE opportunity SET fingerprint = ?, title = ?, organisation = ?, description = ?, link = ?,
                    remote = ?, paid_research = ?, starts = ?, ends = ?, hours_least = ?, hours_most = ?,
                    hours_said = ?, pays_expenses = ?, needs_check = ?, needs_references = ?, step_free = ?,
                    minimum_age = ?, quality = ?, changed = ?, missing_since = NULL, last_confirmed = NULL,
                    withdrawn = NULL
                WHERE number = ?
                """, arguments: StatementArguments(content + [today, number]))
        for table in ["whereabouts", "session", "slot", "cause", "line"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE opportunity = ?", arguments: [number])
        }
        try db.execute(sql: "DELETE FROM searchable WHERE rowid = ?", arguments: [number])
        try insertParts(of: number)
    }

    /// Made from the source's name and its own id, so that a link still leads here after the catalogue was rebuilt
    /// elsewhere from the same sources.
    private var id: ID<Opportunity>? {
        let hash = SHA256.hash(data: Data("\(source)\0\(advert.providerID)".utf8))
        return ID(Base32.encode(hash.prefix(16)))
    }

    private var content: [(any DatabaseValueConvertible)?] {
        [
            fingerprint, advert.title, advert.organisation, advert.description, advert.link, advert.isRemote,
            advert.isPaidResearch, advert.starts, advert.ends, advert.hours?.least, advert.hours?.most,
            advert.hours?.said, advert.terms.paysExpenses, advert.terms.needsCheck, advert.terms.needsReferences,
            advert.terms.isStepFree, advert.terms.minimumAge, quality,
        ]
    }

    /// How much an advert tells, from 0 to 1.
    private var quality: Double {
        let length = min(1, Double(advert.description.count) / 600)
        let isSomewhere = advert.isRemote || advert.whereabouts.contains { $0.coordinate != nil }
        return 0.4 * length + (advert.link == nil ? 0 : 0.2) + (advert.organisation == nil ? 0 : 0.2)
            + (isSomewhere ? 0.2 : 0)
    }

    private func insertParts(of number: Int) throws {
        for (position, place) in advert.whereabouts.enumerated() {
            try db.execute(
                sql: "INSERT INTO whereabouts VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    number, position, place.address, place.surroundings, place.coordinate?.latitude,
                    place.coordinate?.longitude,
                ])
        }
        for (position, session) in advert.sessions.enumerated() {
            try db.execute(
                sql: "INSERT INTO session VALUES (?, ?, ?, ?)",
                arguments: [number, position, session.starts.description, session.ends?.description])
        }
        for slot in Set(advert.slots) {
            try db.execute(
                sql: "INSERT INTO slot VALUES (?, ?, ?)",
                arguments: [number, slot.weekday?.rawValue ?? 0, slot.part?.rawValue ?? ""])
        }
        for attribution in advert.causes {
            try db.execute(
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
            try db.execute(
                sql: "INSERT INTO line VALUES (?, ?, ?, ?, ?)",
                arguments: [number, kind, position, line.text, line.isBoilerplate])
        }
    }

    /// Without e-mail addresses, phone numbers and boilerplate; with what else people call the causes.
    private func index(_ number: Int) throws {
        func telling(_ lines: [Skill]) -> String {
            lines.filter { !$0.isBoilerplate }.map(\.text).joined(separator: "\n").withoutContacts
        }
        let causes = advert.causes.flatMap { [$0.cause.label] + $0.cause.synonyms }.joined(separator: "\n")
        let places = Set(advert.whereabouts.map { "\($0.address) \($0.surroundings ?? "")" }).sorted()
        try db.execute(
            sql: """
                INSERT INTO searchable (rowid, title, organisation, gains, needs, causes, place, text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                number, advert.title.withoutContacts, advert.organisation ?? "", telling(advert.gains),
                telling(advert.needs), causes, places.joined(separator: "\n").withoutContacts,
                advert.description.withoutContacts,
            ])
    }
}
