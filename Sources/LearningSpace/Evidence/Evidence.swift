package import Containers
package import Foundation
package import Storage

/// A file that a member keeps beside what it shows. Theirs alone, until they share a stage it stands at.
package struct Evidence: Hashable, Sendable {
    package let id: ID<Evidence>
    /// As it was called, with an end that fits what it is. It is words to be shown, never a path.
    package let name: String
    /// What it shows, in its owner's words; may be empty.
    package let about: String
    package let kind: FileKind
    package let bytes: Int
    /// SHA-256 of what is kept, which for a picture is not what was sent.
    package let hash: Data
    package let added: Date

    /// Where it stands. A stage by its name.
    package enum Place: Hashable, Sendable {
        case activity(ID<Activity>)
        case goal(ID<Goal>)
        case stage(String, of: ID<Reflection>)
    }

    /// A place with the title of what is there.
    package struct Standing: Hashable, Sendable {
        package let place: Place
        package let title: String
    }

    package struct Draft: Hashable, Sendable {
        package static let longestName = 200
        package static let longestAbout = 1_000
        package let name: String
        package let about: String

        /// - Parameter name: what somebody's computer calls the file.
        package init(name: String, about: String) throws(Invalid) {
            self.name = Self.cleaned(name)
            self.about = PlainText.cleaned(about)
            if let wrong = Invalid.tooLong("about", "This", self.about, limit: Self.longestAbout) { throw wrong }
        }

        /// Without folders, and without what would turn a line of text round or end it.
        private static func cleaned(_ name: String) -> String {
            let last = Line.of(name).split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
            let visible = last.unicodeScalars.filter { $0.properties.generalCategory != .format && $0 != "\t" }
            let text = String(String.UnicodeScalarView(visible)).trimmingCharacters(in: .whitespaces)
            guard !text.allSatisfy({ $0 == "." }) else { return "file" }
            // A long name keeps its end, which says what it is. Ten more can be added for an end that fits.
            let (count, most) = (text.unicodeScalars.count, longestName - 10)
            guard count > most else { return text }
            return String(text.unicodeScalars.prefix(most - 20)) + "…" + String(text.unicodeScalars.suffix(19))
        }
    }
}

/// How much somebody may keep.
package struct EvidenceLimits: Hashable, Sendable {
    package var bytesOfFile: Int
    package var bytesOfMember: Int
    package var filesOfMember: Int

    package init(bytesOfFile: Int, bytesOfMember: Int, filesOfMember: Int) {
        (self.bytesOfFile, self.bytesOfMember) = (bytesOfFile, bytesOfMember)
        self.filesOfMember = filesOfMember
    }

    /// A photograph of a telephone is 5 MB, a scanned certificate 2 MB; a record of five years has some hundreds.
    package static let usual = EvidenceLimits(
        bytesOfFile: 25_000_000, bytesOfMember: 1_000_000_000, filesOfMember: 3_000)
}
