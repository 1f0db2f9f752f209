import GRDB
import Storage

extension Importing {
    func responsibilities(_ names: [String], _ stored: StoredSpace, _ done: inout Imported) throws {
        let all = (stored.responsibilities + names).joined(separator: "\n")
        guard let draft = try? Responsibility.Draft(all) else {
            if !names.isEmpty { done.refused.append("The key responsibilities are too many or too long.") }
            return
        }
        for (position, name) in draft.names.enumerated() where !stored.responsibilities.contains(name) {
            try db.execute(
                sql: "INSERT INTO responsibility (id, owner, position, name) VALUES (?, ?, ?, ?)",
                arguments: [world.id(of: Responsibility.self), owner, position, name])
        }
    }

    func goals(
        _ items: [SpaceFile.GoalItem], _ stored: StoredSpace, _ ids: [Int: ID<Reflection>], _ done: inout Imported
    ) throws {
        var here = Here(stored.goals.map { ($0.item.unlinked, $0.id) })
        for item in items {
            if let id = here.take(item.unlinked) {
                done.alreadyHere += 1
                for file in item.files ?? [] { try put(file, at: .goal(id)) }
            } else if item.isSound {
                let id = world.id(of: Goal.self)
                try db.execute(
                    sql: """
                        INSERT INTO goal (id, owner, sending, reflection, title, made, due, state, closed)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        id, owner, world.id(of: Sending.self), item.from.flatMap { ids[$0] }, item.title, item.made,
                        item.due, item.state, item.closed,
                    ])
                for said in item.checkIns {
                    try db.execute(
                        sql:
                            "INSERT INTO check_in (goal, sending, verdict, due, words, written) VALUES (?, ?, ?, ?, ?, ?)",
                        arguments: [id, world.id(of: Sending.self), said.verdict, said.due, said.words, said.written])
                }
                for reflection in item.ledTo.compactMap({ ids[$0] }) {
                    try db.execute(
                        sql:
                            "INSERT INTO next_cycle (reflection, goal) VALUES (?, ?) ON CONFLICT (reflection) DO NOTHING",
                        arguments: [reflection, id])
                }
                for file in item.files ?? [] { try put(file, at: .goal(id)) }
                done.added += 1
            } else {
                done.refused.append(
                    "The step “\(item.title.prefix(60))” has a day, a state or a length that cannot be.")
            }
        }
    }

    func activities(
        _ items: [SpaceFile.ActivityItem], _ stored: StoredSpace, _ ids: [Int: ID<Reflection>], _ done: inout Imported
    ) throws {
        var here = Here(stored.activities.map { ($0.item.unlinked, $0.id) })
        let own = try Row.fetchAll(db, sql: "SELECT id, name FROM responsibility WHERE owner = ?", arguments: [owner])
            .map { Responsibility(id: $0["id"], name: $0["name"]) }
        for item in items {
            if let id = here.take(item.unlinked) {
                done.alreadyHere += 1
                for file in item.files ?? [] { try put(file, at: .activity(id)) }
                continue
            }
            switch Result(catching: { () throws(InvalidFields) in try item.draft(own) }) {
            case .success(let draft):
                let id = world.id(of: Activity.self)
                try draft.insert(id, by: owner, key: world.id(), statedBy: item.statedBy ?? "", in: db)
                for reflection in item.reflections.compactMap({ ids[$0] }) {
                    try db.execute(
                        sql:
                            "INSERT INTO reflects_on (reflection, activity) VALUES (?, ?) ON CONFLICT (reflection) DO NOTHING",
                        arguments: [reflection, id])
                }
                for file in item.files ?? [] { try put(file, at: .activity(id)) }
                done.added += 1
            case .failure(let wrong):
                let why = wrong.all.map(\.sentence).joined(separator: " ")
                done.refused.append("The activity “\(item.title.prefix(60))”: \(why)")
            }
        }
    }
}
