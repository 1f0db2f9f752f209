import GRDB
import TextSearch

extension Catalogue {
    /// Titles, causes, places and organisations that what somebody types may become: at most eight, grouped by kind,
    /// the most frequent of each first.
    package func suggestions(for typed: String) async throws -> [Suggestion] {
        let typed = Typed(typed)
        guard !typed.isEmpty else { return [] }
        let generation = try await file.read(Snapshot.generation)
        // Within the read: it takes seconds for a million, which must not hold up who answers requests.
        let texts = try await suggested.texts(of: generation) { [file] in
            try await file.read { db in SuggestedTexts(try Self.texts(in: db)) }
        }
        return texts.completing(typed).map { found in
            Suggestion(
                kind: found.kind, text: found.text,
                value: found.kind == .cause ? taxonomy.find(found.text)?.id ?? found.text : found.text,
                opportunities: found.documents)
        }
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
