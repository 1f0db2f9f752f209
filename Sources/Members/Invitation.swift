package import Storage

/// A link that lets one person join, sent by an administrator.
package struct Invitation: Sendable, Identifiable {
    package let id: ID<Invitation>
    package let email: EmailAddress
    package let roles: Set<Role>
    /// The last day on which it opens the door.
    package let until: Day

    static let validDays = 30
}
