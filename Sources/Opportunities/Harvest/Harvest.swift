/// How far a harvest is.
package struct HarvestProgress: Sendable, Equatable {
    /// Items read.
    package let done: Int
    package let total: Int
    package let refused: Int
}

/// What a harvest did.
package struct Harvest: Sendable, Equatable {
    package let source: String
    /// Items in the file: `live + withdrawn + refused`.
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
    /// In the catalogue, but not in this file: kept, and marked "not confirmed since".
    package let missing: Int
}

/// Why a harvest changed nothing, in a sentence for the administrator.
package struct HarvestFailure: Error, CustomStringConvertible, Sendable {
    package let description: String
}
