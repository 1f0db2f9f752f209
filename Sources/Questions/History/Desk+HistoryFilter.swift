import GRDB
package import Storage

/// Which lines of the history somebody looks for. What is nil does not matter.
package struct HistoryFilter: Sendable, Equatable {
    package var person: PersonID?
    /// As the history names it: `declined`.
    package var act: String?
    package var month: Month?
    package var question: ID<Question>?
    /// In the note, whatever the case of its letters from A to Z.
    package var words: String?

    package init() {}

    /// Every act that can stand in the history.
    package static let acts = Decision.Act.allCases.map(\.rawValue)
}

/// A page of the history, and what it could be narrowed to.
package struct HistoryListing: Sendable {
    package let total: Int
    package let page: Int
    package let pages: Int
    package let entries: [HistoryEntry]

    static let pageSize = 50
}

extension Desk {
    /// The lines that fit, the latest day first, but for questions kept from this person.
    /// - Parameter page: from 1; nil for all of them, as for an export.
    package func history(
        _ filter: HistoryFilter, for viewer: PersonID, page: Int?
    ) async throws -> HistoryListing {
        try await database.read { db in
            var arguments = filter.arguments
            arguments += ["viewer": viewer]
            let total = try Int.fetchOne(db, sql: "SELECT count(*)" + Self.fitting, arguments: arguments) ?? 0
            let pages = max(1, (total + HistoryListing.pageSize - 1) / HistoryListing.pageSize)
            let shown = min(max(page ?? 1, 1), pages)
            arguments += [
                "limit": page == nil ? total : HistoryListing.pageSize,
                "offset": (shown - 1) * HistoryListing.pageSize,
            ]
            let rows = try Row.fetchAll(
                db,
                sql: Self.lines + Self.fitting + " ORDER BY day DESC, question, version LIMIT :limit OFFSET :offset",
                arguments: arguments)
            return HistoryListing(total: total, page: shown, pages: pages, entries: rows.map(HistoryEntry.init(row:)))
        }
    }

    /// Who acted, and in which months, in what this person may see.
    package func historyChoices(for viewer: PersonID) async throws -> (people: [PersonID], months: [Month]) {
        try await database.read { db in
            let visible = " FROM decision WHERE " + Self.notKept
            return (
                try PersonID.fetchAll(
                    db, sql: "SELECT DISTINCT person" + visible + " ORDER BY person", arguments: ["viewer": viewer]),
                try Month.fetchAll(
                    db, sql: "SELECT DISTINCT substr(day, 1, 7) AS month" + visible + " ORDER BY month DESC",
                    arguments: ["viewer": viewer])
            )
        }
    }

    /// Neither now, nor after the question was forgotten together with whom it was kept from.
    static let notKept = """
        NOT EXISTS (
            SELECT 1 FROM exclusion WHERE exclusion.question = decision.question AND exclusion.person = :viewer)
        AND (decision.person = :viewer
            OR NOT EXISTS (SELECT 1 FROM reserved WHERE reserved.question = decision.question))
        """

    /// With the page on which more can be read, if it is still there.
    private static let lines = """
        SELECT decision.*, EXISTS (
            SELECT 1 FROM question WHERE question.id = decision.question AND step <> 'withdrawn') AS at_desk,
            EXISTS (SELECT 1 FROM published WHERE published.id = decision.question) AS is_published
        """

    private static let fitting = """
         FROM decision WHERE \(notKept) AND (:person IS NULL OR person = :person) AND (:act IS NULL OR act = :act)
            AND (:month IS NULL OR substr(day, 1, 7) = :month) AND (:question IS NULL OR question = :question)
            AND (:words IS NULL OR note LIKE :words ESCAPE '\\')
        """
}

extension HistoryFilter {
    fileprivate var arguments: StatementArguments {
        ["person": person, "act": act, "month": month, "question": question, "words": words.map(Self.pattern)]
    }

    private static func pattern(_ words: String) -> String {
        "%" + words.flatMap { "\\%_".contains($0) ? ["\\", $0] : [$0] } + "%"
    }
}

extension HistoryEntry {
    fileprivate init(row: Row) {
        let place: Place? = row["at_desk"] ? .desk : row["is_published"] ? .published : nil
        self.init(
            question: row["question"], when: row["day"], person: row["person"], act: row["act"], note: row["note"],
            place: place)
    }
}
