import GRDB
package import Storage

extension Goal {
    /// The lists in which somebody meets their goals.
    package enum List: String, CaseIterable, Sendable {
        /// Those that come back today or should have, the longest waiting first.
        case due
        /// The first to come back first.
        case coming
        /// Done or let go, the last closed first.
        case closed

        fileprivate var asked: String {
            switch self {
            case .due: "state = 'open' AND due <= :today ORDER BY due, title, id"
            case .coming: "state = 'open' AND due > :today ORDER BY due, title, id"
            case .closed: "state <> 'open' AND :today <> '' ORDER BY closed DESC, title, id"
            }
        }
    }
}

extension Journal {
    /// So many goals stand on a page of a list.
    package static let goalsOnPage = 20
    /// So many goals are looked at for what led to what: the last that moved.
    package static let goalsInChains = 200

    /// A page of one of the owner's lists, from 1, and whether there are more.
    package func goals(
        of owner: PersonID, in list: Goal.List, page: Int = 1
    ) async throws -> (goals: [Goal], hasMore: Bool) {
        try await database.read { [today = world.today] db in
            let ids = try ID<Goal>.fetchAll(
                db, sql: "SELECT id FROM goal WHERE owner = :owner AND \(list.asked) LIMIT :most OFFSET :skip",
                arguments: [
                    "owner": owner, "today": today, "most": Self.goalsOnPage + 1,
                    "skip": (min(max(page, 1), 1_000_000) - 1) * Self.goalsOnPage,
                ])
            let shown = Array(ids.prefix(Self.goalsOnPage))
            return (try Goal.stored(of: owner, these: shown, in: db), ids.count > shown.count)
        }
    }

    /// The goals that were made or closed last, for drawing what led to what.
    package func goalsLastMoved(of owner: PersonID) async throws -> [Goal] {
        try await database.read { db in
            let ids = try ID<Goal>.fetchAll(
                db,
                sql: """
                    SELECT id FROM goal WHERE owner = ? ORDER BY max(made, coalesce(closed, made)) DESC, title, id
                    LIMIT ?
                    """, arguments: [owner, Self.goalsInChains])
            return try Goal.stored(of: owner, these: ids, in: db).sorted { ($0.due, $0.title) < ($1.due, $1.title) }
        }
    }
}
