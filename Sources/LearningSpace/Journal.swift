package import Foundation
import GRDB
package import Storage

/// Every member's reflections, in `learning.sqlite`, and who may see them.
///
/// People are ids here. The journal trusts its caller on one thing: whoever it is told is a person is a member.
package struct Journal: Sendable {
    let database: DatabasePool
    let world: World

    package init(folder: URL, world: World) throws {
        database = try RoomFile.open(folder.appending(path: "learning.sqlite"), migrations: Schema.migrations)
        self.world = world
    }
}

/// A reflection as one person sees it at one moment.
package struct Reading: Hashable, Sendable {
    package let reflection: Reflection
    package let reader: PersonID
    package let access: Access
    /// Those about the whole first, then by the stages' order.
    package let threads: [CommentThread]

    package enum Access: Hashable, Sendable {
        case owner(shares: [Share])
        case peer(until: Day)
    }

    /// The author takes back their own words; the owner decides what stands beside theirs.
    package func mayRemove(_ comment: Comment) -> Bool {
        guard case .words(_, let author) = comment.content else { return false }
        return author == reader || reflection.owner == reader
    }
}

extension Journal {
    /// The reflection with its comments, for its owner or for someone it is shared with today.
    ///
    /// Nil, and the same nil, where it is missing, private, withdrawn or expired.
    package func reading(of id: ID<Reflection>, by reader: PersonID) async throws -> Reading? {
        let today = world.today
        return try await database.read { db in
            guard let door = try Door(to: id, for: reader, on: today, in: db) else { return nil }
            let reflection = try Reflection.stored(id, in: db)
            let access: Reading.Access =
                switch door {
                case .owner: .owner(shares: try Share.standing(of: reflection.owner, on: today, only: id, in: db))
                case .peer(let until): .peer(until: until)
                }
            return Reading(
                reflection: reflection, reader: reader, access: access,
                threads: try CommentThread.stored(on: reflection, in: db))
        }
    }
}
