import Foundation
import GRDB
package import Storage

/// A line of the owner's own list.
package struct OwnReflection: Hashable, Sendable {
    package let summary: Reflection.Summary
    /// Who can see it today; empty while it is private.
    package let shares: [Share]
}

/// What a list of the owner's own holds, whichever page of it is shown.
package struct OwnCounts: Hashable, Sendable {
    /// Of the list.
    package let reflections: Int
    /// Shares that stand and end soon, whatever they are of.
    package let sharesEnding: Int
}

extension Journal {
    /// So many stand on a page.
    package static let ownOnPage = 20

    /// A page of the owner's, the last saved first: all of them, or those with a tag.
    ///
    /// - Parameter page: from 1.
    package func reflections(
        of owner: PersonID, tagged tag: String? = nil, page: Int = 1
    ) async throws -> [OwnReflection] {
        let today = world.today
        return try await database.read { db in
            try Row.fetchAll(
                db, sql: Self.ownPage,
                arguments: [
                    "owner": owner, "tag": tag, "most": Self.ownOnPage,
                    "skip": (min(max(page, 1), 1_000_000) - 1) * Self.ownOnPage,
                ]
            ).map { row in
                let summary = try Reflection.Summary(row)
                return OwnReflection(
                    summary: summary, shares: try Share.standing(of: owner, on: today, only: summary.id, in: db))
            }
        }
    }

    /// The page's ids first, so that nothing is gathered for the reflections of other pages.
    static let ownPage = """
        SELECT \(Reflection.Summary.columns)
        FROM (
            SELECT id AS found FROM reflection
            WHERE owner = :owner AND (:tag IS NULL OR EXISTS (
                SELECT 1 FROM tag WHERE tag.reflection = reflection.id AND tag.name = :tag))
            ORDER BY saved DESC, id LIMIT :most OFFSET :skip
        ) JOIN reflection ON reflection.id = found
        ORDER BY reflection.saved DESC, reflection.id
        """

    package func counts(of owner: PersonID, tagged tag: String? = nil) async throws -> OwnCounts {
        let today = world.today
        return try await database.read { db in
            let reflections = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM reflection WHERE owner = :owner AND (:tag IS NULL OR EXISTS (
                        SELECT 1 FROM tag WHERE tag.reflection = reflection.id AND tag.name = :tag))
                    """, arguments: ["owner": owner, "tag": tag])
            let ending = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM (
                        SELECT share.id
                        FROM reflection JOIN share ON share.reflection = reflection.id
                            JOIN shared_stage ON shared_stage.share = share.id
                        WHERE reflection.owner = :owner AND \(Door.stands)
                        GROUP BY share.id HAVING max(shared_stage.until) <= :soon)
                    """, arguments: ["owner": owner, "today": today, "soon": today + Share.Draft.warningDays])
            return OwnCounts(reflections: reflections ?? 0, sharesEnding: ending ?? 0)
        }
    }
}
