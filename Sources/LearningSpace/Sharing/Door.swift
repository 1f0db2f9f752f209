import GRDB
import Storage

/// Who stands before a door.
enum Viewer {
    case person(PersonID)
    /// A member whom no share names.
    case anyMember
    /// Somebody in a group whom no share names.
    case anyone(in: ID<Group>)
    /// Whoever holds the link of this share, signed in or not.
    case holder(of: ID<Share>)
}

/// The one way to a reflection: every act on somebody's reflection asks here first.
enum Door {
    case owner
    case peer([Reading.Opening])

    /// Nil, and the same nil, where the reflection is missing, private, withdrawn or expired.
    init?(to id: ID<Reflection>, for person: PersonID, on today: Day, in db: Database) throws {
        try self.init(to: id, for: .person(person), on: today, in: db)
    }

    init?(to id: ID<Reflection>, for viewer: Viewer, on today: Day, in db: Database) throws {
        if case .person(let person) = viewer, try Self.owns(id, person, in: db) {
            self = .owner
            return
        }
        let openings = try Row.fetchAll(db, sql: Self.openings(for: viewer), arguments: viewer.arguments(id, today))
            .map { row in Reading.Opening(stage: row["stage"], until: row["until"], isByName: row["byName"]) }
        guard !openings.isEmpty else { return nil }
        self = .peer(openings)
    }

    /// Whether this door lets somebody read a stage.
    func opens(_ stage: String) -> Bool {
        switch self {
        case .owner: true
        case .peer(let openings): openings.contains { $0.stage == stage }
        }
    }

    /// Whether this door lets somebody read all that is written.
    func opensAll(of whole: Reflection) -> Bool { whole.stages.allSatisfy { !$0.isWritten || opens($0.asks.name) } }

    var isOwners: Bool { if case .owner = self { true } else { false } }

    private static func owns(_ id: ID<Reflection>, _ person: PersonID, in db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT 1 FROM reflection WHERE id = ? AND owner = ?", arguments: [id, person])
            ?? false
    }

    static func openings(for viewer: Viewer) -> String {
        let lets =
            switch viewer {
            case .holder: "share.id = :share"
            case .anyone: "(share.audience = 'every member' OR share.peer_group = :group)"
            case .person, .anyMember: letsIn
            }
        return """
            SELECT shared_stage.stage, max(shared_stage.until) AS until,
                max(share.member IS NOT NULL) AS byName
            FROM share JOIN shared_stage ON shared_stage.share = share.id
            WHERE share.reflection = :id AND \(stands) AND \(lets)
            GROUP BY shared_stage.stage ORDER BY shared_stage.stage
            """
    }

    /// Whether a row of `shared_stage` is open on the day `:today`.
    static let stands = "shared_stage.until >= :today"

    /// Whether a row of `share` lets in the member `:person`. A link lets in nobody who comes without it.
    static let letsIn = """
        (share.audience = 'every member' OR share.member = :person OR share.peer_group IN (
            SELECT peer_group FROM group_member WHERE person = :person AND state = 'member'))
        """
}

extension Viewer {
    fileprivate func arguments(_ id: ID<Reflection>, _ today: Day) -> StatementArguments {
        switch self {
        case .person(let person): ["id": id, "today": today, "person": person]
        case .anyMember: ["id": id, "today": today, "person": nil]
        case .anyone(let group): ["id": id, "today": today, "group": group]
        case .holder(let share): ["id": id, "today": today, "share": share]
        }
    }
}
