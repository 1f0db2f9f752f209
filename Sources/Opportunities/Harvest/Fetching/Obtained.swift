import Foundation

/// Items that are ready to be read: a file, and what is known of it.
struct Obtained: Sendable {
    let file: URL
    /// What people call it, in sentences.
    let name: String
    /// Everything the source has, so that what is not in it is missing; else only what has changed.
    let isWhole: Bool
    /// How the source stands once these are in the tables.
    let state: HarvestState
}

/// What became of asking a source.
enum Asked: Sendable {
    case items(Obtained)
    /// Nothing has changed since the last good harvest.
    case unchanged(HarvestState)
}
