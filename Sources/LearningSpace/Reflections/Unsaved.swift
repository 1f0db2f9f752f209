package import Foundation
package import Storage

/// What somebody has typed so far and not saved: whatever stands in the boxes, fit to be kept or not. Nobody else sees
/// it, no search finds it, and it goes once it is saved.
package struct Unsaved: Hashable, Sendable {
    package let subject: Subject
    /// Of the reflection when its owner began to type over it; 0 where none was stored yet.
    package let version: Int
    /// Counts the times it was kept, so that two windows notice one another.
    package let number: Int
    package let model: ReflectionModel
    package let typed: Typed
    package let kept: Date

    package enum Subject: Hashable, Sendable {
        case reflection(ID<Reflection>)
        /// One that will begin under this key.
        case new(SendingKey)
    }

    /// What stands in the boxes.
    package struct Typed: Hashable, Sendable {
        package let title: String
        package let tags: String
        /// By the name of the stage; an empty one is left out.
        package let words: [String: String]

        /// With one kind of line end and without what no database column holds; nothing else is changed.
        package init(title: String, tags: String, words: [String: String]) {
            func plain(_ text: String) -> String { text.replacing("\r\n", with: "\n").replacing("\0", with: "") }
            self.title = plain(title)
            self.tags = plain(tags)
            self.words = words.mapValues(plain).filter { !$0.value.isEmpty }
        }

        var isEmpty: Bool { ([title, tags] + words.values).allSatisfy { $0.allSatisfy(\.isWhitespace) } }
        var bytes: Int { ([title, tags] + words.values).reduce(0) { $0 + $1.utf8.count } }

        /// Whether saving it would change nothing.
        func says(_ stored: Reflection) -> Bool {
            let draft = try? Reflection.Draft(title: title, words: words, tags: tags, model: stored.model)
            return draft.map(stored.holds) ?? false
        }
    }
}

extension Unsaved {
    /// What came of keeping it.
    package enum Keeping: Hashable, Sendable {
        /// - Parameter isBehind: whether another window has saved the reflection meanwhile.
        case kept(number: Int, isBehind: Bool)
        /// Another window keeps something else: neither takes the other's place.
        case keptElsewhere
        case tooLong
        case tooMany
    }

    /// More than any reflection that could be saved, in bytes.
    static let mostBytes = 600_000
    /// Of reflections that have not begun.
    package static let most = 50
}
