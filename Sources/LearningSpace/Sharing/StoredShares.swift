import Foundation
import GRDB
import Storage

extension Share {
    /// Those of the owner's that open something today: all of them, or one reflection's. The soonest to end first.
    static func standing(
        of owner: PersonID, on today: Day, only reflection: ID<Reflection>? = nil, in db: Database
    ) throws -> [Share] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT share.id, share.reflection, reflection.title, reflection.model, share.audience, share.member,
                    share.peer_group, share.opened, shared_stage.stage, shared_stage.since, shared_stage.until
                FROM reflection JOIN share ON share.reflection = reflection.id
                    JOIN shared_stage ON shared_stage.share = share.id
                WHERE reflection.owner = :owner AND (:only IS NULL OR reflection.id = :only) AND \(Door.stands)
                ORDER BY reflection.title, share.audience, share.id
                """,
            arguments: ["owner": owner, "only": reflection, "today": today])
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
