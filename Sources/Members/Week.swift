package import Storage

/// A week, in which a member may draw so many tokens. Four of them make an epoch.
package struct Week: Hashable, Sendable {
    /// Weeks since 1 January 1970, a Thursday.
    package let number: Int

    package init(containing day: Day) { number = day.number / 7 }
}
