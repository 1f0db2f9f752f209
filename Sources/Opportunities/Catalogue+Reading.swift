import GRDB
package import Storage

extension Catalogue {
    /// An opportunity by its id, withdrawn or not, since a link to it may be in somebody's shortlist.
    package func opportunity(_ id: ID<Opportunity>) async throws -> Opportunity? {
        try await file.read { db in try Opportunity.stored(id, db) }
    }
}

extension Opportunity {
    static func stored(_ id: ID<Opportunity>, _ db: Database) throws -> Opportunity? {
        guard
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT opportunity.*,
                        coalesce(last_confirmed, last_good_harvest, changed) AS confirmed,
                        (SELECT dead_since FROM link_check WHERE link = opportunity.link) AS dead_since
                    FROM opportunity JOIN source ON source.name = opportunity.source
                    WHERE id = ?
                    """, arguments: [id]),
            let source = try Row.fetchOne(
                db, sql: "SELECT * FROM source WHERE name = ?", arguments: [row["source"] as String]
            ).flatMap(Source.init(row:))
        else { return nil }
        return try Opportunity(row, source, db)
    }

    private init(_ row: Row, _ source: Source, _ db: Database) throws {
        let number: Int = row["number"]
        let lines = try Row.fetchAll(
            db, sql: "SELECT kind, text, boilerplate FROM line WHERE opportunity = ? ORDER BY kind, position",
            arguments: [number])
        func skills(_ kind: String) -> [Skill] {
            lines.filter { $0["kind"] == kind }.map { Skill(text: $0["text"], isBoilerplate: $0["boilerplate"]) }
        }
        id = row["id"]
        title = row["title"]
        status = (row["status"] as String?).flatMap(AdvertStatus.init(rawValue:))
        origin = row["origin"]
        organisation = row["organisation"]
        description = row["description"]
        link = row["link"]
        self.source = source
        isRemote = row["remote"]
        isPaidResearch = row["paid_research"]
        whereabouts = try Whereabouts.all(of: [number], in: db)[number] ?? []
        sessions = try Row.fetchAll(
            db, sql: "SELECT starts, ends FROM session WHERE opportunity = ? ORDER BY starts, position",
            arguments: [number]
        ).compactMap { row in
            LocalTime(row["starts"] as String).map {
                Session(starts: $0, ends: (row["ends"] as String?).flatMap(LocalTime.init))
            }
        }
        starts = row["starts"]
        ends = row["ends"]
        hours = (row["hours_said"] as String?).map {
            Hours(least: row["hours_least"], most: row["hours_most"], said: $0)
        }
        terms = Terms(
            paysExpenses: row["pays_expenses"], needsCheck: row["needs_check"],
            needsReferences: row["needs_references"],
            isStepFree: row["step_free"], minimumAge: row["minimum_age"])
        needs = skills("needs")
        gains = skills("gains")
        requirements = skills("requirement").map(\.text)
        causes = try Row.fetchAll(
            db, sql: "SELECT cause, label, inferred FROM cause WHERE opportunity = ? ORDER BY label",
            arguments: [number]
        ).map { StatedCause(id: $0["cause"], label: $0["label"], isInferred: $0["inferred"]) }
        freshness = Freshness(
            firstSeen: row["first_seen"], changed: row["changed"], confirmed: row["confirmed"],
            missingSince: row["missing_since"], withdrawn: row["withdrawn"],
            linkDeadSince: row["dead_since"])
    }
}

extension Whereabouts {
    /// By the opportunity's number, in the advert's order.
    static func all(of numbers: [Int], in db: Database) throws -> [Int: [Whereabouts]] {
        let rows = try SQLRequest<Row>(
            literal: "SELECT * FROM whereabouts WHERE opportunity IN \(numbers) ORDER BY opportunity, position"
        ).fetchAll(db)
        return Dictionary(grouping: rows) { $0["opportunity"] as Int }.mapValues { rows in
            rows.map { row in
                var coordinate: Coordinate?
                if let latitude: Double = row["latitude"], let longitude: Double = row["longitude"] {
                    coordinate = Coordinate(latitude: latitude, longitude: longitude)
                }
                return Whereabouts(
                    address: row["address"], coordinate: coordinate, surroundings: row["surroundings"])
            }
        }
    }
}
