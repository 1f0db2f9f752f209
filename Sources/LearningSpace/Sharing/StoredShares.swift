import Foundation
import GRDB
import Storage

extension Share {
    /// Those of one reflection of the owner's that open something today, the soonest to end first.
    static func standing(
        of owner: PersonID, on today: Day, only reflection: ID<Reflection>, in db: Database
    ) throws -> [Share] {
        try stored(isOfOne, ["owner": owner, "only": reflection, "today": today], in: db)
    }

    /// All of the owner's that open something today, the soonest to end first.
    static func standing(of owner: PersonID, on today: Day, in db: Database) throws -> [Share] {
        try stored("reflection.owner = :owner", ["owner": owner, "today": today], in: db)
    }

    /// A page of these, counted from 1; one that there is not is the last.
    static func ledger(of owner: PersonID, on today: Day, page: Int, in db: Database) throws -> ShareLedger {
        let ids = try ID<Share>.fetchAll(
            db,
            sql: """
                SELECT share.id FROM reflection JOIN share ON share.reflection = reflection.id
                    JOIN shared_stage ON shared_stage.share = share.id
                WHERE reflection.owner = :owner AND \(Door.stands)
                GROUP BY share.id
                ORDER BY max(shared_stage.until), reflection.title, share.audience, share.id
                """, arguments: ["owner": owner, "today": today])
        let pages = max(1, (ids.count + ShareLedger.onPage - 1) / ShareLedger.onPage)
        let shown = min(max(1, page), pages)
        let shares = try ids.dropFirst((shown - 1) * ShareLedger.onPage).prefix(ShareLedger.onPage).flatMap { id in
            try stored(
                "share.id = :id AND reflection.owner = :owner", ["owner": owner, "id": id, "today": today], in: db)
        }
        return ShareLedger(shares: shares, page: shown, pages: pages)
    }

    /// By its id and not among all that its owner wrote: lists ask this for each of their lines.
    static let isOfOne = "reflection.id = :only AND reflection.owner = :owner"

    /// A row for each stage.
    static func rows(_ which: String) -> String {
        """
        SELECT share.id, share.reflection, reflection.title, reflection.model, share.audience, share.member,
            share.peer_group, share.opened, shared_stage.stage, shared_stage.since, shared_stage.until
        FROM reflection JOIN share ON share.reflection = reflection.id
            JOIN shared_stage ON shared_stage.share = share.id
        WHERE \(which) AND \(Door.stands)
        ORDER BY reflection.title, share.audience, share.id
        """
    }

    private static func stored(_ which: String, _ arguments: StatementArguments, in db: Database) throws -> [Share] {
        let rows = try Row.fetchAll(db, sql: rows(which), arguments: arguments)
        let shares = try rows.chunked(by: { $0["id"] as ID<Share> }).map(Share.init(rows:))
        // Stable, so that equals stand by title.
        return shares.enumerated().sorted { ($0.element.until, $0.offset) < ($1.element.until, $1.offset) }
            .map(\.element)
    }

    /// - Parameter rows: one for each stage.
    private init(rows: [Row]) throws {
        let model = try ReflectionModel.named(rows[0]["model"])
        let (member, group): (PersonID?, ID<Group>?) = (rows[0]["member"], rows[0]["peer_group"])
        self.init(
            id: rows[0]["id"], reflection: rows[0]["reflection"], title: rows[0]["title"],
            audience: rows[0]["audience"] == "link"
                ? .link : member.map(Audience.member) ?? group.map(Audience.group) ?? .everyMember,
            stages: model.stages.flatMap { asks in
                rows.filter { $0["stage"] == asks.name }
                    .map { Stage(asks: asks, since: $0["since"], until: $0["until"]) }
            }, opened: rows[0]["opened"])
    }
}

extension [Row] {
    /// Runs of neighbours with the same key.
    fileprivate func chunked<Key: Equatable>(by key: (Row) -> Key) -> [[Row]] {
        reduce(into: []) { runs, row in
            if let last = runs.last?.first, key(last) == key(row) {
                runs[runs.count - 1].append(row)
            } else {
                runs.append([row])
            }
        }
    }
}
