import GRDB
import Storage

extension Importing {
    func comments(_ items: [SpaceFile.CommentItem], on reflection: ID<Reflection>, _ model: ReflectionModel) throws {
        for item in items {
            guard let draft = item.draft(of: model) else { continue }
            try db.execute(
                sql: """
                    INSERT INTO comment (id, reflection, stage, sending, author, body, written, edited, kind,
                        author_shows, owner_shows)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    world.id(of: Comment.self), reflection, item.stage, world.id(of: Sending.self), owner, draft.body,
                    item.written, item.edited, item.kind, item.isForReaders, item.isForReaders,
                ])
        }
    }

    /// What was typed over a reflection, where nothing is typed over it here.
    func typed(_ item: SpaceFile.UnsavedItem, over reflection: ID<Reflection>) throws {
        let version = try Int.fetchOne(
            db,
            sql: """
                SELECT version FROM reflection WHERE id = ?1
                    AND NOT EXISTS (SELECT 1 FROM unsaved WHERE owner = ?2 AND subject = ?1)
                """, arguments: [reflection, owner])
        guard let version else { return }
        try item.unsaved(of: .reflection(reflection), over: min(item.version, version))?.store(of: owner, in: db)
    }

    func beginnings(_ items: [SpaceFile.UnsavedItem], _ stored: [SpaceFile.UnsavedItem], _ done: inout Imported) throws
    {
        var (here, count) = (stored, stored.count)
        for item in items {
            if let place = here.firstIndex(of: item) {
                here.remove(at: place)
                done.alreadyHere += 1
            } else if count < Unsaved.most, let unsaved = item.unsaved(of: .new(world.id()), over: 0) {
                try unsaved.store(of: owner, in: db)
                (count, done.added) = (count + 1, done.added + 1)
            } else {
                done.refused.append(
                    "What was begun and not saved, “\(item.title.prefix(60))”, is empty, too long, one too many, or has a model or a time that this site does not know."
                )
            }
        }
    }

    func groups(_ items: [SpaceFile.GroupItem], _ stored: [SpaceFile.GroupItem], _ done: inout Imported) throws {
        var here = stored
        var count =
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM group_member WHERE person = ? AND state = 'member'", arguments: [owner])
            ?? 0
        for item in items {
            if let place = here.firstIndex(of: item) {
                here.remove(at: place)
                done.alreadyHere += 1
            } else if count < Group.most, let begun = Day(item.begun),
                let draft = try? Group.Draft(name: item.name, about: item.about)
            {
                try draft.insert(world.id(), keptBy: owner, key: world.id(), begun: begun, in: db)
                (count, done.added) = (count + 1, done.added + 1)
            } else {
                done.refused.append("The group “\(item.name.prefix(60))” has a name or a day that cannot be.")
            }
        }
    }
}
