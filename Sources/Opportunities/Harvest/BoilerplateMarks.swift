import GRDB

/// Marks the lines that every advert of an organisation in one source has, and takes them out of the index.
struct BoilerplateMarks {
    let db: Database
    let source: String

    /// Wherever something has changed.
    func renew(_ touched: TouchedOrganisations) throws {
        let marked = try String.fetchSet(
            db,
            sql: """
                SELECT DISTINCT organisation FROM line JOIN opportunity ON number = line.opportunity
                WHERE boilerplate = 1 AND source = ? AND organisation IS NOT NULL
                """, arguments: [source])
        for organisation in touched.toRenew(marked: marked) {
            try renew(organisation, isMarked: marked.contains(organisation))
        }
    }

    private func renew(_ organisation: String, isMarked: Bool) throws {
        let common = try common(of: organisation)
        guard isMarked || !common.isEmpty else { return }
        let wrong = try SQLRequest<Int>(
            literal: """
                SELECT DISTINCT opportunity.number FROM opportunity JOIN line ON line.opportunity = opportunity.number
                WHERE opportunity.source = \(source) AND opportunity.organisation = \(organisation)
                    AND opportunity.withdrawn IS NULL AND line.kind IN ('needs', 'gains')
                    AND line.boilerplate <> (line.text IN \(common))
                """
        ).fetchAll(db)
        // One after the other, for the reason that `IndexedTogether` gives.
        for number in wrong { try mark(common, on: number) }
        for number in wrong { try index(number) }
    }

    /// The lines that stand on every advert, where there are enough to tell.
    private func common(of organisation: String) throws -> [String] {
        // One without any is found among the first; to compare them all takes longest for the largest.
        let hasOneWithout = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM opportunity
                        WHERE source = ? AND organisation = ? AND withdrawn IS NULL AND NOT EXISTS (
                            SELECT 1 FROM line WHERE opportunity = number AND kind IN ('needs', 'gains')))
                    """), arguments: [source, organisation])
        guard hasOneWithout == false else { return [] }
        let size = try Row.fetchOne(
            db,
            sql: """
                SELECT count(*) AS adverts, count(DISTINCT title) AS titles FROM opportunity
                WHERE source = ? AND organisation = ? AND withdrawn IS NULL
                """, arguments: [source, organisation])
        let adverts: Int = size?["adverts"] ?? 0
        guard adverts >= Boilerplate.fewest, size?["titles"] ?? 0 >= Boilerplate.fewestTitles else { return [] }
        return try String.fetchAll(
            db,
            sql: """
                SELECT line.text FROM opportunity JOIN line ON line.opportunity = opportunity.number
                WHERE opportunity.source = ? AND opportunity.organisation = ? AND opportunity.withdrawn IS NULL
                    AND line.kind IN ('needs', 'gains')
                GROUP BY line.text HAVING count(DISTINCT line.opportunity) = ? ORDER BY line.text
                """, arguments: [source, organisation, adverts])
    }

    private func mark(_ common: [String], on number: Int) throws {
        try db.execute(
            literal: """
                UPDATE line SET boilerplate = (text IN \(common))
                WHERE opportunity = \(number) AND kind IN ('needs', 'gains')
                """)
    }

    private func index(_ number: Int) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT kind, text FROM line WHERE opportunity = ? AND boilerplate = 0 ORDER BY kind, position
                """, arguments: [number])
        func telling(_ kind: String) -> String {
            rows.filter { $0["kind"] == kind }.map { $0["text"] as String }.joined(separator: "\n").withoutContacts
        }
        try db.execute(
            sql: "UPDATE searchable SET gains = ?, needs = ? WHERE rowid = ?",
            arguments: [telling("gains"), telling("needs"), number])
    }
}
