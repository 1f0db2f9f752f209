package import Storage

/// A mail that waits in the outbox.
///
/// Its words are made when it is sent, so that neither a link's secret nor whether an address has an account is written
/// down before. Its id, made now, becomes its Message-ID: a mail that is sent again is recognised as the same.
package struct Mail: Sendable, Identifiable {
    package enum Kind: String, CaseIterable, Sendable {
        /// Somebody typed this address and says the password is forgotten.
        case forgotten
        case passwordChanged = "password changed"
        /// A member wants to be reached here from now on.
        case newAddress = "new address"
        case addressChanged = "address changed"
        /// Somebody typed this address to join with it.
        case joining
        case invitation
        /// To staff: something waits.
        case waiting
        /// What was published in a month.
        case digest
        /// Something new stands in a member's saved searches.
        case savedSearches = "saved searches"
        /// Somebody said something to a member's reflection, or to them.
        case comments
    }
    package let id: ID<Mail>
    package let kind: Kind
    package let recipient: EmailAddress
    /// Whose account it is about, where that is known.
    package let member: PersonID?
    /// The month of a digest, the page on which something waits.
    package let about: String
    package let tries: Int

    /// After these many hours it is tried again, each time; then it has failed.
    static let pauses = [1, 1, 2, 4, 8, 16, 24]
    /// Days for which one that failed is shown to an administrator.
    static let failedDays = 14
}

/// Which mail somebody wants that they have not just asked for.
package struct MailWishes: Sendable, Equatable {
    /// That something waits, for staff.
    package var waiting: Bool
    package var digest: Bool
    /// That something new stands in one's saved searches.
    package var savedSearches: Bool
    /// That somebody said something to one's reflections, or in reply.
    package var comments: Bool

    package init(waiting: Bool = true, digest: Bool = false, savedSearches: Bool = false, comments: Bool = false) {
        self.waiting = waiting
        self.digest = digest
        self.savedSearches = savedSearches
        self.comments = comments
    }
}
