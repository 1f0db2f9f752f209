package import Storage

/// Someone with an account.
package struct Member: Sendable, Identifiable {
    package let id: PersonID
    package let name: String
    package let email: EmailAddress
    package let roles: Set<Role>
    package let joined: Day
}

/// What a person may do; a person holds a set of these.
package enum Role: String, CaseIterable, Sendable, Comparable {
    case member, expert, moderator, auditor, administrator

    package static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
