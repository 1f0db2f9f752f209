/// Whether the words that would be published are the asker's, or agreed to by them.
///
/// It is about one wording: whatever changes the text or what is hidden asks anew.
package enum Consent: Sendable, Equatable {
    /// Nothing is hidden, so the words are the asker's own.
    case notNeeded
    case asked
    case agreed
    case objected

    /// Days an asker has to agree once everything else is ready. Silence then means: do not publish.
    package static let days = 14

    package var allowsPublishing: Bool { self == .notNeeded || self == .agreed }
}
