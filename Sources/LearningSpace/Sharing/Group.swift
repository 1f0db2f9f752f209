package import Storage

/// A few people who share with one another, such as an action-learning set. Everybody in it was named by whoever keeps
/// it, and came of their own accord.
package struct Group: Hashable, Sendable {
    package let id: ID<Group>
    package let name: String
    package let about: String
    /// Who invites and removes: whoever began it, and after them whoever has been in it longest.
    package let keeper: PersonID
    /// Those in it, the longest first.
    package let members: [PersonID]
    /// Those who have not answered; empty for everybody but the keeper.
    package let invited: [PersonID]
    /// Whether the reader is in it; otherwise they are invited.
    package let isMember: Bool

    /// With those who have not answered: more would be an audience, not a group.
    package static let mostPeople = 20
    /// That one person is in or is invited to, so that a list of them can be read.
    package static let most = 30

    package struct Draft: Hashable, Sendable {
        package static let longestName = 80
        package static let longestAbout = 1_000
        package let name: String
        package let about: String

        package init(name: String, about: String) throws(InvalidFields) {
            self.name = Line.of(name)
            self.about = PlainText.cleaned(about)
            let wrong = [
                Line.isVisible(self.name) ? nil : Invalid("name", "Give the group a name that its people will know."),
                Invalid.tooLong("name", "The name", self.name, limit: Self.longestName),
                Invalid.tooLong("about", "What it is for", self.about, limit: Self.longestAbout),
            ].compactMap { $0 }
            guard wrong.isEmpty else { throw InvalidFields(wrong) }
        }
    }
}
