package import Foundation
import GRDB
package import Storage

/// Every member's reflections, in `learning.sqlite`, and who may see them.
///
/// People are ids here. The journal trusts its caller on one thing: whoever it is told is a person is a member.
package struct Journal: Sendable {
    let database: DatabasePool
    let world: World
    let evidence: EvidenceFolder
    let parcels: ParcelFolder
    let packers = Packers()
    /// What was arriving before never will: whoever sent it spoke to a program that is gone.
    let opened: Date
    package let limits: EvidenceLimits

    package init(folder: URL, world: World, limits: EvidenceLimits = .usual) throws {
        evidence = try EvidenceFolder(in: folder)
        parcels = try ParcelFolder(in: folder)
        self.limits = limits
        database = try RoomFile.open(folder.appending(path: "learning.sqlite"), migrations: Schema.migrations)
        self.world = world
        opened = world.now()
    }
}

/// A reflection as one person sees it at one moment.
package struct Reading: Hashable, Sendable {
    /// With the stages that are open to the reader, and no other.
    package let reflection: Reflection
    /// Nil for who comes by a link.
    package let reader: PersonID?
    package let access: Access
    /// Those about the whole first, then by the stages' order; none about a stage that is closed to the reader.
    package let threads: [CommentThread]
    /// Whether something is said to the whole reflection: only by who can read all that is written of it.
    package let isWhole: Bool
    /// The owner's later notes; empty for everybody else.
    package let notes: [LaterNote]
    /// What stands at the stages that are open to the reader, by the stage's name.
    package let files: [String: [Evidence]]

    package enum Access: Hashable, Sendable {
        case owner(shares: [Share])
        case peer([Opening])
    }

    /// One stage that is open to somebody who is not its owner.
    package struct Opening: Hashable, Sendable {
        package let stage: String
        /// The last day on which it is.
        package let until: Day
        /// Whether a share names the reader, whose first reading its owner then learns of.
        package let isByName: Bool
    }

    /// Their own words alone, for ten minutes, while nobody has answered.
    package func mayEdit(_ comment: Comment, at now: Date) -> Bool {
        guard case .words(_, let author) = comment.content, author == reader, !comment.isAnswered else { return false }
        return now < comment.written + Comment.secondsToEdit
    }

    /// Whether the reader is one of the two who decide if others see a thread. The owner's own begin as seen by all.
    package func maySay(whoSees thread: CommentThread) -> Bool {
        guard let reader, let author = thread.showing.author, author != reflection.owner else { return false }
        return reader == author || reader == reflection.owner
    }

    /// The author takes back their own words; the owner decides what stands beside theirs.
    package func mayRemove(_ comment: Comment) -> Bool {
        guard case .words(_, let author) = comment.content else { return false }
        return author == reader || reflection.owner == reader
    }
}
