/// How far a harvest is.
package struct HarvestProgress: Sendable, Equatable {
    package enum Phase: String, Sendable { case fetching, reading, writing }
    package let phase: Phase
    /// Items in this phase.
    package let items: Int
    package let refused: Int
    /// Of this phase, from 0 to 1; nil where nobody can know how much there is.
    package let share: Double?

    package init(phase: Phase, items: Int, refused: Int, share: Double?) {
        self.phase = phase
        self.items = items
        self.refused = refused
        self.share = share
    }
}

/// What a harvest did.
package struct Harvest: Sendable, Equatable {
    package let source: String
    /// Items that were sent: `live + withdrawn + refused`.
    package let read: Int
    package let live: Int
    /// Items the source says are over.
    package let withdrawn: Int
    package let refused: Int
    /// Of the live ones.
    package let new: Int
    package let changed: Int
    /// Not written at all.
    package let unchanged: Int
    /// In the catalogue, but no longer sent: kept, and marked "not confirmed since".
    package let missing: Int
}

/// Why a harvest changed nothing, in a sentence for the administrator.
package struct HarvestFailure: Error, CustomStringConvertible, Sendable {
    package let description: String
    /// Somebody else is at it, which says nothing about the source.
    var isOthersTurn = false
    /// What a person has to decide before it can be taken in.
    var held: HarvestState.Held?
    /// When it makes sense to try again, where the server has said so; in seconds since 1970.
    var notBefore: Double?
}
