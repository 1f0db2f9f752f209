import Crypto
import Foundation
import GRDB
import Storage

/// What stands in somebody's space, with the ids it has here.
struct StoredSpace {
    var reflections: [(item: SpaceFile.ReflectionItem, id: ID<Reflection>)] = []
    var goals: [(item: SpaceFile.GoalItem, id: ID<Goal>)] = []
    var activities: [(item: SpaceFile.ActivityItem, id: ID<Activity>)] = []
    var responsibilities: [String] = []
    var files: [(item: SpaceFile.FileItem, id: ID<Evidence>)] = []
    let beside: StoredOwnWords

    var file: SpaceFile {
        SpaceFile(
            reflections: reflections.map(\.item), goals: goals.map(\.item), activities: activities.map(\.item),
            responsibilities: responsibilities, files: files.map(\.item), unsaved: beside.beginnings,
            groups: beside.groups)
    }

    /// In an order that follows from what is written alone, for ids are chance.
    init(of owner: PersonID, in db: Database) throws {
        let standing = try StandingFiles(of: owner, in: db)
        files = standing.files
        let beside = try StoredOwnWords(of: owner, in: db)
        self.beside = beside
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM reflection WHERE owner = ? ORDER BY begun, saved", arguments: [owner])
        var read = try rows.map { row in
            var item = try SpaceFile.ReflectionItem(row, in: db)
            let id: ID<Reflection> = row["id"]
            (item.files, item.comments) = (standing.ofReflection[id], beside.comments[id])
            item.unsaved = beside.typedOver[id]
            return (item: item, id: id, mark: try Self.mark(of: item))
        }
        read.sort { ($0.item.begun, $0.item.saved, $0.mark) < ($1.item.begun, $1.item.saved, $1.mark) }
        for index in read.indices { read[index].item.number = index + 1 }
        reflections = read.map { ($0.item, $0.id) }
        let numbers = Dictionary(uniqueKeysWithValues: read.map { ($0.id, $0.item.number) })
        goals = try Goal.stored(of: owner, in: db).map { goal in
            var item = SpaceFile.GoalItem(goal, numbers)
            item.files = standing.ofGoal[goal.id]
            return (item: item, id: goal.id, mark: try Self.mark(of: item))
        }.sorted { ($0.item.made, $0.item.due, $0.mark) < ($1.item.made, $1.item.due, $1.mark) }.map {
            ($0.item, $0.id)
        }
        let own = try Row.fetchAll(
            db, sql: "SELECT id, name FROM responsibility WHERE owner = ? ORDER BY position", arguments: [owner]
        ).map { Responsibility(id: $0["id"], name: $0["name"]) }
        responsibilities = own.map(\.name)
        activities = try Activity.stored(of: owner, in: nil, db).map { activity in
            var item = SpaceFile.ActivityItem(activity, own, numbers)
            item.files = standing.ofActivity[activity.id]
            return (item: item, id: activity.id, mark: try Self.mark(of: item))
        }.sorted { ($0.item.first, $0.item.last, $0.mark) < ($1.item.first, $1.item.last, $1.mark) }.map {
            ($0.item, $0.id)
        }
    }

    /// Orders what has the same times by what it says, without keeping all of that twice.
    private static func mark(of item: some Encodable) throws -> String {
        Data(SHA256.hash(data: try SpaceFile.encoder.encode(item))).hexadecimal
    }
}

extension SpaceFile.ReflectionItem {
    fileprivate init(_ row: Row, in db: Database) throws {
        let id: ID<Reflection> = row["id"]
        let model = try ReflectionModel.named(row["model"])
        func stages(_ sql: String, _ arguments: StatementArguments) throws -> [SpaceFile.StageItem] {
            let words = try Row.fetchAll(db, sql: sql, arguments: arguments)
                .reduce(into: [String: String]()) { $0[$1["name"]] = $1["words"] }
            return model.stages.compactMap { stage in
                words[stage.name].map { SpaceFile.StageItem(stage: stage.name, words: $0) }
            }
        }
        number = 0
        (title, self.model) = (row["title"], model.name)
        self.stages = try stages("SELECT name, words FROM stage WHERE reflection = ?", [id])
        tags = try Tags.stored(of: id, in: db).names
        (originTitle, originPath) = (row["origin_title"], row["origin_path"])
        (begun, saved, version) = (row["begun"], row["saved"], row["version"])
        notes = try Row.fetchAll(
            db, sql: "SELECT written, words FROM later_note WHERE reflection = ? ORDER BY written, words",
            arguments: [id]
        ).map { SpaceFile.NoteItem(written: $0["written"], words: $0["words"]) }
        revisions = try Row.fetchAll(
            db, sql: "SELECT version, title, saved FROM revision WHERE reflection = ? ORDER BY version", arguments: [id]
        ).map { row in
            let version: Int = row["version"]
            return SpaceFile.RevisionItem(
                version: version, title: row["title"], saved: row["saved"],
                stages: try stages(
                    "SELECT stage AS name, words FROM revised_stage WHERE reflection = ? AND version = ?",
                    [id, version]))
        }
    }
}

extension SpaceFile.GoalItem {
    fileprivate init(_ goal: Goal, _ numbers: [ID<Reflection>: Int]) {
        (title, made, due) = (goal.title, goal.made.description, goal.due.description)
        (state, closed) =
            switch goal.state {
            case .open: ("open", nil)
            case .done(let day): ("done", day.description)
            case .letGo(let day): ("let go", day.description)
            }
        checkIns = goal.checkIns.map { checkIn in
            let (verdict, due): (String, Day?) =
                switch checkIn.verdict {
                case .done: ("done", nil)
                case .letGo: ("let go", nil)
                case .notYet(let day): ("not yet", day)
                }
            return SpaceFile.CheckInItem(
                verdict: verdict, due: due?.description, words: checkIn.words,
                written: Stamp.text(of: checkIn.written))
        }.sorted { ($0.written, $0.due == nil ? 1 : 0, $0.words) < ($1.written, $1.due == nil ? 1 : 0, $1.words) }
        from = goal.source.flatMap { numbers[$0.id] }
        ledTo = goal.next.compactMap { numbers[$0.id] }.sorted()
    }
}

extension SpaceFile.ActivityItem {
    fileprivate init(_ activity: Activity, _ own: [Responsibility], _ numbers: [ID<Reflection>: Int]) {
        let draft = activity.draft
        (title, kind, isEthics) = (draft.title, draft.kind.rawValue, draft.isEthics)
        (first, last) = (draft.first.description, draft.last.description)
        (amount, unit) = (draft.amount?.typed ?? "", draft.amount?.unit.rawValue ?? "")
        (about, outcome, provider) = (draft.about, draft.outcome, draft.provider)
        supports = own.filter { draft.responsibilities.contains($0.id) }.map(\.name)
        reflections = activity.reflections.compactMap { numbers[$0.id] }.sorted()
        statedBy = activity.statedBy.isEmpty ? nil : activity.statedBy
    }
}

/// A time as the database writes it: `2026-11-22 10:00:00.000`.
enum Stamp {
    static func text(of date: Date) -> String { String.fromDatabaseValue(date.databaseValue) ?? "" }

    /// Nil where it is not written exactly so.
    static func date(_ text: String) -> Date? {
        guard let date = Date.fromDatabaseValue(text.databaseValue), Self.text(of: date) == text else { return nil }
        return date
    }
}
