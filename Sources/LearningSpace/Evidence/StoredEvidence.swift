import Containers
import GRDB
import Storage

extension Evidence {
    static func stored(_ id: ID<Evidence>, of owner: PersonID, in db: Database) throws -> Evidence? {
        try stored("id = ? AND owner = ?", [id, owner], in: db).first
    }

    /// Where a stage that it stands at is open to this viewer. It is the reflection's door that says so.
    static func stored(_ id: ID<Evidence>, openTo viewer: Viewer, on today: Day, in db: Database) throws -> Evidence? {
        let places = try Row.fetchAll(
            db, sql: "SELECT reflection, stage FROM evidence_of_stage WHERE evidence = ?", arguments: [id])
        let isOpen = try places.contains { place in
            try Door(to: place["reflection"], for: viewer, on: today, in: db)?.opens(place["stage"]) ?? false
        }
        return isOpen ? try stored("id = ?", [id], in: db).first : nil
    }

    /// In the order in which they were added.
    static func stored(at place: Place, in db: Database) throws -> [Evidence] {
        let (table, named, arguments): (String, String, StatementArguments) =
            switch place {
            case .activity(let id): ("evidence_of_activity", "activity = ?", [id])
            case .goal(let id): ("evidence_of_goal", "goal = ?", [id])
            case .stage(let name, let id): ("evidence_of_stage", "reflection = ? AND stage = ?", [id, name])
            }
        return try stored(
            "id IN (SELECT evidence FROM \(table) WHERE \(named)) ORDER BY added, name, id", arguments, in: db)
    }

    /// By the name of each stage that the door opens.
    static func stored(at reflection: Reflection, through door: Door, in db: Database) throws -> [String: [Evidence]] {
        try reflection.stages.map(\.asks.name).filter(door.opens).reduce(into: [:]) { files, stage in
            files[stage] = try stored(at: .stage(stage, of: reflection.id), in: db)
        }
    }

    static func stored(_ asked: String, _ arguments: StatementArguments, in db: Database) throws -> [Evidence] {
        try Row.fetchAll(db, sql: "SELECT * FROM evidence WHERE \(asked)", arguments: arguments).compactMap { row in
            // One that an older program does not know is not shown by it.
            FileKind(rawValue: row["kind"]).map { kind in
                Evidence(
                    id: row["id"], name: row["name"], about: row["about"], kind: kind, bytes: row["bytes"],
                    hash: row["hash"], added: row["added"])
            }
        }
    }

    /// Where each of the owner's files stands: at activities first, then at stages, then at goals, by their titles.
    static func places(of owner: PersonID, in db: Database) throws -> [ID<Evidence>: [Standing]] {
        try places(rowsOfPlaces(), ["owner": owner], in: db)
    }

    /// The same for some of them.
    static func places(
        of owner: PersonID, only files: [ID<Evidence>], in db: Database
    ) throws -> [ID<Evidence>: [Standing]] {
        var arguments: [String: (any DatabaseValueConvertible)?] = ["owner": owner]
        for (place, file) in files.enumerated() { arguments["f\(place)"] = file }
        return try places(rowsOfPlaces(only: files.count), StatementArguments(arguments), in: db)
    }

    /// - Parameter count: of the files that are asked for, as `:f0` and on; nil for all. Then they are begun with, and not
    ///   all that the owner has: a `+` keeps SQLite from that.
    static func rowsOfPlaces(only count: Int? = nil) -> String {
        let marks = (0..<(count ?? 0)).map { ":f\($0)" }.joined(separator: ", ")
        let (isAsked, plus) = count == nil ? ("TRUE", "") : ("evidence IN (\(marks))", "+")
        return """
            SELECT 1 AS sort, evidence, activity AS place, title, NULL AS stage FROM evidence_of_activity
                JOIN activity ON activity.id = activity WHERE \(plus)activity.owner = :owner AND \(isAsked)
            UNION ALL SELECT 2, evidence, evidence_of_stage.reflection, title, stage FROM evidence_of_stage
                JOIN reflection ON reflection.id = evidence_of_stage.reflection
                WHERE \(plus)reflection.owner = :owner AND \(isAsked)
            UNION ALL SELECT 3, evidence, goal, title, NULL FROM evidence_of_goal
                JOIN goal ON goal.id = goal WHERE \(plus)goal.owner = :owner AND \(isAsked)
            ORDER BY sort, title, place, stage
            """
    }

    private static func places(
        _ sql: String, _ arguments: StatementArguments, in db: Database
    ) throws -> [ID<Evidence>: [Standing]] {
        let rows = try Row.fetchAll(db, sql: sql, arguments: arguments)
        return Dictionary(grouping: rows) { $0["evidence"] as ID<Evidence> }.mapValues { rows in
            rows.map { row in
                let place: Place =
                    switch row["sort"] as Int {
                    case 1: .activity(row["place"])
                    case 2: .stage(row["stage"], of: row["place"])
                    default: .goal(row["place"])
                    }
                return Standing(place: place, title: row["title"])
            }
        }
    }
}
