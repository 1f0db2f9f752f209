package import Storage

/// A heading under which questions are asked and experts answer.
package struct Topic: Sendable, Identifiable, Equatable {
    /// As in a link: `small-business`.
    package let slug: String
    package let name: String
    /// One line that says what belongs here.
    package let about: String

    package var id: String { slug }

    package init(name: String, about: String) throws(Invalid) {
        self.name = PlainText.cleaned(name)
        self.about = PlainText.cleaned(about)
        slug = Self.slug(self.name)
        guard !slug.isEmpty, self.name.unicodeScalars.count <= 60 else {
            throw Invalid("name", "Give the topic a name of 1 to 60 characters, with letters in it.")
        }
        guard self.about.count <= 200 else {
            throw Invalid("about", "Say in at most 200 characters what belongs here.")
        }
    }

    init(slug: String, name: String, about: String) {
        self.slug = slug
        self.name = name
        self.about = about
    }

    private static func slug(_ name: String) -> String {
        name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    }
}
