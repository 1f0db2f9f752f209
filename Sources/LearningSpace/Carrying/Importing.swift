import GRDB
import Storage

/// One import into somebody's space, within its transaction.
struct Importing {
    let owner: PersonID
    /// Whether all of it will be undone.
    let isTried: Bool
    /// The id here of each file, by its number.
    var files: [Int: ID<Evidence>] = [:]
    let world: World
    let db: Database

    /// The id here of each reflection, by its number in the file.
    func reflections(
        _ items: [SpaceFile.ReflectionItem], _ stored: StoredSpace, _ done: inout Imported
    ) throws -> [Int: ID<Reflection>] {
        var here = Here(stored.reflections.map { ($0.item.unnumbered, $0.id) })
        var ids: [Int: ID<Reflection>] = [:]
        for item in items {
            if let id = here.take(item.unnumbered) {
                ids[item.number] = id
                done.alreadyHere += 1
            } else if let draft = item.draft {
                ids[item.number] = try insert(item, draft)
                done.added += 1
            } else {
                done.refused.append(
                    "The reflection “\(item.title.prefix(60))” has a model, a time or a length that this site does not know."
                )
            }
            guard let id = ids[item.number] else { continue }
            if let unsaved = item.unsaved { try typed(unsaved, over: id) }
            for standing in item.files ?? [] { try put(standing.file, at: .stage(standing.stage, of: id)) }
        }
        return ids
    }

    /// A file that was left out stands nowhere, and neither does one at a stage that there is not.
    func put(_ file: Int, at place: Evidence.Place) throws {
        guard let id = files[file], try place.isOf(owner, in: db) else { return }
        try place.put(id, in: db)
    }

    private func insert(_ item: SpaceFile.ReflectionItem, _ draft: Reflection.Draft) throws -> ID<Reflection> {
        let id = world.id(of: Reflection.self)
        let origin = Reflection.Origin(title: item.originTitle ?? "", path: item.originPath ?? "")
        try db.execute(
            sql: """
                INSERT INTO reflection
                    (id, owner, sending, model, title, origin_title, origin_path, version, begun, saved)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, owner, world.id(of: Sending.self), draft.model.name, draft.title, origin?.title, origin?.path,
                item.version, item.begun, item.saved,
            ])
        for stage in draft.stages {
            try db.execute(
                sql: "INSERT INTO stage (reflection, name, words) VALUES (?, ?, ?)",
                arguments: [id, stage.asks.name, stage.words])
        }
        for revision in item.revisions {
            try db.execute(
                sql: "INSERT INTO revision VALUES (?, ?, ?, ?)",
                arguments: [id, revision.version, revision.title, revision.saved])
            for stage in revision.stages {
                try db.execute(
                    sql: "INSERT INTO revised_stage VALUES (?, ?, ?, ?)",
                    arguments: [id, revision.version, stage.stage, stage.words])
            }
        }
        for note in item.notes {
            try db.execute(
                sql: "INSERT INTO later_note (id, reflection, sending, words, written) VALUES (?, ?, ?, ?, ?)",
                arguments: [world.id(of: LaterNote.self), id, world.id(of: Sending.self), note.words, note.written])
        }
        try comments(item.comments ?? [], on: id, draft.model)
        try draft.tags.store(of: id, in: db)
        // What is only tried is never searched.
        if !isTried { try id.index(in: db) }
        return id
    }
}
