import GRDB
package import Storage

/// An opportunity on a member's shortlist.
package struct SavedOpportunity: Sendable {
    /// The opportunity's own id, known to the catalogue or not.
    package let id: ID<Opportunity>
    /// Under which a reflection on it is begun, so that it is begun once.
    package let key: ID<SavedOpportunity>
    package let saved: Day
    package let keepsake: Keepsake
    package let pursuit: Pursuit
    /// The day a reflection on it was begun.
    package let reflected: Day?
    /// As the catalogue has it now; nil where that no longer knows it.
    package let now: Opportunity?

    package var changes: [Keepsake.Change] { now.map { keepsake.changes(in: Keepsake($0)) } ?? [] }
}

extension SavedOpportunity {
    /// Of one member: all, or one.
    static func stored(of member: PersonID, only id: ID<Opportunity>? = nil, _ db: Database) throws
        -> [SavedOpportunity]
    {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM shortlisted WHERE member = ? AND (? IS NULL OR opportunity = ?)
                ORDER BY saved DESC, title, opportunity
                """, arguments: [member, id, id])
        let lines = Dictionary(
            grouping: try Row.fetchAll(
                db,
                sql: """
                    SELECT opportunity, kind, text FROM shortlisted_line WHERE member = ? AND (? IS NULL OR opportunity = ?)
                    ORDER BY opportunity, kind, position
                    """, arguments: [member, id, id])
        ) { $0["opportunity"] as ID<Opportunity> }
        return try rows.map { row in
            let id: ID<Opportunity> = row["opportunity"]
            return SavedOpportunity(
                id: id, key: row["sending"], saved: row["saved"], keepsake: Keepsake(row, lines[id] ?? []),
                pursuit: Pursuit(row), reflected: row["reflected"], now: try Opportunity.stored(id, db))
        }
    }
}

extension Keepsake {
    fileprivate init(_ row: Row, _ lines: [Row]) {
        let pairs = lines.compactMap { line in Kind(rawValue: line["kind"]).map { ($0, line["text"] as String) } }
        self.init(
            title: row["title"], organisation: row["organisation"], description: row["description"], link: row["link"],
            commitment: row["commitment"], source: row["source"], attribution: row["attribution"],
            lines: Dictionary(grouping: pairs) { $0.0 }.mapValues { $0.map(\.1) })
    }

    func insert(_ id: ID<Opportunity>, of member: PersonID, key: ID<SavedOpportunity>, on today: Day, _ db: Database)
        throws
    {
        try db.execute(
            sql: """
                INSERT INTO shortlisted (member, opportunity, sending, saved, pursuit, title, organisation, description,
                    link, commitment, source, attribution)
                VALUES (?, ?, ?, ?, 'saved', ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                member, id, key, today, title, organisation, description, link, commitment, source, attribution,
            ])
        for kind in Kind.allCases {
            for (position, text) in self[kind].enumerated() {
                try db.execute(
                    sql: "INSERT INTO shortlisted_line VALUES (?, ?, ?, ?, ?)",
                    arguments: [member, id, kind.rawValue, position, text])
            }
        }
    }
}

extension Pursuit {
    /// The schema holds nothing that could not be read.
    init(_ row: Row) {
        let since: Day? = row["since"]
        switch (row["pursuit"] as String, since, row["hours"] as Double?) {
        case ("applied", let day?, _): self = .applied(day)
        case ("answered", let day?, _): self = .answered(day)
        case ("unanswered", let day?, _): self = .unanswered(day)
        case ("done", let day?, let hours?): self = .done(Deed(day: day, hours: hours))
        case ("let go", let day?, _): self = .letGo(day)
        default: self = .saved
        }
    }

    func store(_ id: ID<Opportunity>, of member: PersonID, _ db: Database) throws {
        let (name, hours): (String, Double?) =
            switch self {
            case .saved: ("saved", nil)
            case .applied: ("applied", nil)
            case .answered: ("answered", nil)
            case .unanswered: ("unanswered", nil)
            case .done(let deed): ("done", deed.hours)
            case .letGo: ("let go", nil)
            }
        try db.execute(
            sql: "UPDATE shortlisted SET pursuit = ?, since = ?, hours = ? WHERE member = ? AND opportunity = ?",
            arguments: [name, since, hours, member, id])
    }
}
