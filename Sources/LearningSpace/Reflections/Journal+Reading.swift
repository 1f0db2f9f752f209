import Foundation
import GRDB
package import Storage

extension Journal {
    /// The reflection with its comments, for its owner or for someone it is shared with today.
    ///
    /// Nil, and the same nil, where it is missing, private, withdrawn or expired.
    package func reading(of id: ID<Reflection>, by reader: PersonID) async throws -> Reading? {
        let reading = try await database.read { [today = world.today] db in
            try Reading.stored(id, for: .person(reader), by: reader, on: today, in: db)
        }
        if case .peer(let openings) = reading?.access, openings.contains(where: \.isByName) {
            try await noteOpened("reflection = ? AND member = ?", [id, reader])
        }
        return reading
    }

    /// What the link with this secret shows, to whoever follows it.
    package func reading(bySecret secret: String) async throws -> Reading? {
        let hash = Share.hash(ofSecret: secret)
        let reading = try await database.read { [today = world.today] db -> Reading? in
            let row = try Row.fetchOne(db, sql: "SELECT id, reflection FROM share WHERE secret = ?", arguments: [hash])
            guard let row else { return nil }
            return try Reading.stored(
                row["reflection"], for: .holder(of: row["id"]), by: nil, on: today, in: db)
        }
        if reading != nil { try await noteOpened("secret = ?", [hash]) }
        return reading
    }

    /// What somebody whom this share of the owner's lets in would see: no more and no less. Nobody is noted as having
    /// opened it.
    package func reading(
        asSeenThrough share: ID<Share>, by owner: PersonID
    ) async throws -> (reading: Reading, share: Share)? {
        try await database.read { [today = world.today] db in
            guard let id = try share.reflection(of: owner, in: db),
                let line = try Share.standing(of: owner, on: today, only: id, in: db).first(where: { $0.id == share })
            else { return nil }
            let viewer: Viewer =
                switch line.audience {
                case .everyMember: .anyMember
                case .member(let person): .person(person)
                case .group(let group): .anyone(in: group)
                case .link: .holder(of: share)
                }
            let reader: PersonID? = if case .member(let person) = line.audience { person } else { nil }
            // Whom they do not want to hear is theirs to know.
            return try Reading.stored(id, for: viewer, by: reader, keepingMutes: false, on: today, in: db)
                .map { ($0, line) }
        }
    }

    /// The first reading alone is written down, by its day.
    private func noteOpened(_ which: String, _ arguments: StatementArguments) async throws {
        let unopened = try await database.read { db in
            try Bool.fetchOne(
                db, sql: "SELECT 1 FROM share WHERE opened IS NULL AND \(which)", arguments: arguments) ?? false
        }
        guard unopened else { return }
        try await database.write { [today = world.today] db in
            try db.execute(
                sql: "UPDATE share SET opened = ? WHERE opened IS NULL AND \(which)",
                arguments: [today] + arguments)
        }
    }
}

extension Reading {
    /// - Parameter reader: who takes part in threads; nil for who comes by a link and for no member in particular.
    static func stored(
        _ id: ID<Reflection>, for viewer: Viewer, by reader: PersonID?, keepingMutes: Bool = true, on today: Day,
        in db: Database
    ) throws -> Reading? {
        guard let door = try Door(to: id, for: viewer, on: today, in: db) else { return nil }
        let whole = try Reflection.stored(id, in: db)
        let access: Access =
            switch door {
            case .owner: .owner(shares: try Share.standing(of: whole.owner, on: today, only: id, in: db))
            case .peer(let openings): .peer(openings)
            }
        let threads = try CommentThread.open(
            on: whole, through: door, to: reader, keepingMutes: keepingMutes, in: db)
        return Reading(
            reflection: door.isOwners ? whole : whole.only { door.opens($0) }, reader: reader, access: access,
            threads: threads,
            isWhole: door.opensAll(of: whole), notes: door.isOwners ? try LaterNote.stored(on: id, in: db) : [],
            files: try Evidence.stored(at: whole, through: door, in: db))
    }
}

extension CommentThread {
    /// Those of a reflection that are the reader's to see who came through its door.
    static func open(
        on whole: Reflection, through door: Door, to reader: PersonID?, keepingMutes: Bool = true, in db: Database
    ) throws -> [CommentThread] {
        let isWhole = door.opensAll(of: whole)
        return try stored(on: whole, for: keepingMutes ? reader : nil, in: db).filter { thread in
            (thread.stage.map(door.opens) ?? (isWhole || thread.hasWords(of: reader)))
                && (thread.showing.isShown || door.isOwners || thread.hasWords(of: reader))
        }
    }

    private func hasWords(of reader: PersonID?) -> Bool {
        comments.contains { comment in
            if case .words(_, let author) = comment.content { author == reader } else { false }
        }
    }
}
