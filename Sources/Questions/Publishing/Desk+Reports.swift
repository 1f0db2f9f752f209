import GRDB
package import Storage

extension Desk {
    /// Takes a report of a published page. The same words about the same thing count once, however often they come.
    /// - Returns: false where there is no such page or answer.
    package func report(_ draft: Report.Draft, on question: ID<Question>) async throws -> Bool {
        try await database.write { [world] db in
            let isThere = try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM published WHERE id = ?1 AND (?2 IS NULL OR EXISTS (
                            SELECT 1 FROM published_answer WHERE question = published.number AND expert = ?2)))
                    """, arguments: [question, draft.subject.expert])
            guard isThere == true else { return false }
            try db.execute(
                sql: """
                    INSERT INTO report (id, question, expert, reason, words, upheld) SELECT ?1, ?2, ?3, ?4, ?5, 0
                    WHERE NOT EXISTS (SELECT 1 FROM report
                        WHERE question = ?2 AND expert IS ?3 AND reason = ?4 AND words = ?5 AND upheld = 0)
                    """,
                arguments: [
                    world.id(of: Report.self), question, draft.subject.expert, draft.reason.rawValue, draft.words,
                ])
            return true
        }
    }

    /// What is reported, by page: first what waits for a decision, then what is to be taken down.
    package func reported() async throws -> [ReportedPage] {
        try await database.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT report.*, published.text AS asked,
                        (SELECT text FROM published_answer
                            WHERE question = published.number AND expert = report.expert) AS answered
                    FROM report JOIN published ON published.id = report.question
                    ORDER BY upheld, report.question, report.expert, report.id
                    """)
            return rows.reduce(into: [[Row]]()) { groups, row in
                if let last = groups.last?.first, Self.areAboutTheSame(last, row) {
                    groups[groups.count - 1].append(row)
                } else {
                    groups.append([row])
                }
            }.compactMap(ReportedPage.init(rows:))
        }
    }

    private static func areAboutTheSame(_ one: Row, _ other: Row) -> Bool {
        one["question"] as ID<Question> == other["question"] && one["expert"] as PersonID? == other["expert"]
            && one["upheld"] as Bool == other["upheld"]
    }

    /// How many pages wait for a moderator to decide on their reports.
    package func countOfReported() async throws -> Int {
        try await database.read { db in
            try Int.fetchOne(
                db,
                sql: "SELECT count(*) FROM (SELECT DISTINCT question, expert FROM report WHERE upheld = 0)") ?? 0
        }
    }

    /// Deletes these reports: nothing is wrong, or it was put right.
    package func dismiss(_ reports: [ID<Report>], note: String, by person: PersonID) async throws {
        try await decide(Decision(act: .dismissedReport, person: person, note: note), on: reports) { report, db in
            try db.execute(sql: "DELETE FROM report WHERE id = ?", arguments: [report])
        }
    }

    /// Decides that what is reported should be taken down; it stays on the list until it is.
    package func markForTakeDown(_ reports: [ID<Report>], note: String, by person: PersonID) async throws {
        try await decide(Decision(act: .markedForTakeDown, person: person, note: note), on: reports) { report, db in
            try db.execute(sql: "UPDATE report SET upheld = 1 WHERE id = ?", arguments: [report])
        }
    }

    /// One decision on the reports a moderator has seen; those that came since stay. It is written down once a page.
    /// - Throws: `Refusal.gone` where all were decided meanwhile, `.ownWords` where one is about their own answer.
    private func decide(
        _ decision: Decision, on reports: [ID<Report>],
        _ change: @escaping @Sendable (ID<Report>, Database) throws -> Void
    ) async throws {
        try await database.write { [world] db in
            var pages: [ID<Question>] = []
            for report in reports {
                let row = try Row.fetchOne(
                    db, sql: "SELECT question, expert FROM report WHERE id = ?", arguments: [report])
                guard let row else { continue }
                guard row["expert"] as PersonID? != decision.person else { throw Refusal.ownWords }
                let page: ID<Question> = row["question"]
                if !pages.contains(page) { pages.append(page) }
                try change(report, db)
            }
            if pages.isEmpty { throw Refusal.gone }
            for page in pages { try decision.record(db, onPublished: page, world) }
        }
    }
}

extension ReportedPage {
    /// - Parameter rows: at least one, all about the same thing.
    fileprivate init?(rows: [Row]) {
        guard let first = rows.first else { return nil }
        let expert: PersonID? = first["expert"]
        let text: String? = first[expert == nil ? "asked" : "answered"]
        self.init(
            question: first["question"], title: Summary.title(of: first["asked"]),
            subject: expert.map { .answer(by: $0) } ?? .question,
            text: text,
            reports: rows.map {
                Report(id: $0["id"], reason: Report.Reason(rawValue: $0["reason"]) ?? .other, words: $0["words"])
            }, isMarked: first["upheld"])
    }
}
