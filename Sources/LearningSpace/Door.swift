import GRDB
import Storage

/// The one way to a reflection: every act on somebody's reflection asks here first.
enum Door {
    case owner
    case peer(until: Day)

    /// Nil, and the same nil, where the reflection is missing, private, withdrawn or expired.
    init?(to id: ID<Reflection>, for person: PersonID, on today: Day, in db: Database) throws {
        let sql = """
            SELECT reflection.owner = :person AS owns, (
                SELECT max(share.until) FROM share
                WHERE share.reflection = reflection.id AND \(Self.opens)
            ) AS until
            FROM reflection WHERE reflection.id = :id
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: ["id": id, "person": person, "today": today]) else {
            return nil
        }
        if row["owns"] {
            self = .owner
        } else if let until: Day = row["until"] {
            self = .peer(until: until)
        } else {
            return nil
        }
    }

    /// Whether a row of `share` opens its reflection to `:person` on the day `:today`.
    static let opens = """
        share.since <= :today AND share.until >= :today
            AND (share.audience = 'every member' OR share.member = :person)
        """
}
