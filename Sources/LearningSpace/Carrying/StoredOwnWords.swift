import GRDB
import Storage

/// What somebody wrote that is no item of its own, as it stands in the room.
struct StoredOwnWords {
    let comments: [ID<Reflection>: [SpaceFile.CommentItem]]
    let typedOver: [ID<Reflection>: SpaceFile.UnsavedItem]
    /// In an order that follows from what is written alone.
    let beginnings: [SpaceFile.UnsavedItem]
    let groups: [SpaceFile.GroupItem]

    init(of owner: PersonID, in db: Database) throws {
        comments = try Dictionary(
            grouping: Row.fetchAll(db, sql: Self.ownComments, arguments: ["owner": owner]),
            by: { $0["reflection"] as ID<Reflection> }
        ).mapValues { $0.map(SpaceFile.CommentItem.init(row:)) }
        let unsaved = try Row.fetchAll(db, sql: "SELECT * FROM unsaved WHERE owner = ?", arguments: [owner])
            .map { try Unsaved($0, in: db) }
        var (typedOver, beginnings): ([ID<Reflection>: SpaceFile.UnsavedItem], [SpaceFile.UnsavedItem]) = ([:], [])
        for each in unsaved {
            switch each.subject {
            case .reflection(let id): typedOver[id] = SpaceFile.UnsavedItem(each)
            case .new: beginnings.append(SpaceFile.UnsavedItem(each))
            }
        }
        self.typedOver = typedOver
        self.beginnings = beginnings.sorted { $0.order.lexicographicallyPrecedes($1.order) }
        groups = try Row.fetchAll(
            db, sql: "SELECT name, about, begun FROM peer_group WHERE keeper = ? ORDER BY begun, name, about",
            arguments: [owner]
        ).map { SpaceFile.GroupItem(name: $0["name"], about: $0["about"], begun: $0["begun"]) }
    }

    /// Each with the stage that its thread is about.
    static let ownComments = """
        WITH RECURSIVE above (said, parent, stage) AS (
            SELECT comment.id, comment.parent, comment.stage
            FROM comment JOIN reflection ON reflection.id = comment.reflection
            WHERE comment.author = :owner AND reflection.owner = :owner
            UNION ALL SELECT above.said, comment.parent, comment.stage
            FROM above JOIN comment ON comment.id = above.parent
        )
        SELECT comment.reflection, above.stage, comment.kind, comment.written, comment.edited, comment.body,
            comment.parent IS NULL AND comment.author_shows = 1 AND comment.owner_shows = 1 AS for_readers
        FROM above JOIN comment ON comment.id = above.said
        WHERE above.parent IS NULL
        ORDER BY comment.written, comment.body, above.stage, for_readers
        """
}

extension SpaceFile.CommentItem {
    fileprivate init(row: Row) {
        self.init(
            stage: row["stage"], kind: row["kind"], written: row["written"], edited: row["edited"], words: row["body"],
            isForReaders: row["for_readers"])
    }
}

extension SpaceFile.UnsavedItem {
    fileprivate var order: [String] { [typed, model, title, tags] + stages.flatMap { [$0.stage, $0.words] } }
}
