import GRDB
import TextSearch

extension Catalogue {
    /// Titles, causes, places and organisations that what somebody types may become: at most eight, grouped by kind,
    /// the most frequent of each first.
    package func suggestions(for typed: String) async throws -> [Suggestion] {
        let typed = Typed(typed)
        guard !typed.isEmpty else { return [] }
        let harvest = try await file.read(Self.harvest)
        // Within the read: it takes seconds for a million, which must not hold up who answers requests.
        let texts = try await suggested.texts(of: harvest) { [file] in
            try await file.read { db in SuggestedTexts(try Self.texts(in: db)) }
        }
        return texts.completing(typed).map { found in
            Suggestion(
                kind: found.kind, text: found.text,
                value: found.kind == .cause ? taxonomy.find(found.text)?.id ?? found.text : found.text,
                opportunities: found.documents)
        }
    }

    /// The days and sizes of the sources' last good harvests, and the newest opportunity: these change with a harvest
    /// that brings or takes something, except that a second one on a day can correct a text unseen.
    private static func harvest(_ db: Database) throws -> String {
        let sources = try Row.fetchAll(
            db, sql: "SELECT name, last_good_harvest, rows_read, rows_withdrawn FROM source ORDER BY name")
        let newest = try Int.fetchOne(db, sql: "SELECT max(number) FROM opportunity") ?? 0
        return sources.map(\.description).joined(separator: "\n") + "\n\(newest)"
    }

    /// More would not fit into the memory the completions take, so that they need not be read either.
    private static let mostTexts = 500_000

    private static func texts(in db: Database) throws -> [Completions.Text] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT 'title' AS kind, title AS text, count(*) AS opportunities
                FROM opportunity WHERE withdrawn IS NULL GROUP BY title
                UNION ALL
                SELECT 'organisation', organisation, count(*)
                FROM opportunity WHERE withdrawn IS NULL AND organisation IS NOT NULL GROUP BY organisation
                UNION ALL
                SELECT 'cause', min(label), count(*)
                FROM cause JOIN opportunity ON number = opportunity WHERE withdrawn IS NULL GROUP BY cause
                UNION ALL
                SELECT 'place', surroundings, count(DISTINCT opportunity)
                FROM whereabouts JOIN opportunity ON number = opportunity
                WHERE withdrawn IS NULL AND surroundings IS NOT NULL GROUP BY surroundings
                ORDER BY opportunities DESC, text LIMIT ?
                """, arguments: [mostTexts]
        ).compactMap { row in
            Completions.Kind(rawValue: row["kind"]).map {
                Completions.Text(kind: $0, text: row["text"], documents: row["opportunities"])
            }
        }
    }
}
