package import Foundation
package import Storage

/// What someone learned and what they make of it, in the stages of a model. Seen by its owner alone until shared.
package struct Reflection: Hashable, Sendable {
    package let id: ID<Reflection>
    package let owner: PersonID
    package let model: ReflectionModel
    package let title: String
    /// In the model's order, written or not: every stage for the owner, those that are open for who reads along.
    package let stages: [Stage]
    package let origin: Origin?
    /// For its owner alone.
    package let tags: Tags
    /// 1 when begun, one more at each save: a save says which version it was typed over.
    package let version: Int
    package let begun: Date
    package let saved: Date

    package struct Stage: Hashable, Sendable {
        package let asks: ReflectionModel.Stage
        package let words: String
        package var isWritten: Bool { !words.isEmpty }
    }

    /// What somebody else may read: these stages, and no tags.
    func only(_ isOpen: (String) -> Bool) -> Reflection {
        Reflection(
            id: id, owner: owner, model: model, title: title, stages: stages.filter { isOpen($0.asks.name) },
            origin: origin, tags: .none, version: version, begun: begun, saved: saved)
    }

    func holds(_ draft: Draft) -> Bool {
        model == draft.model && title == draft.title && stages == draft.stages && tags == draft.tags
    }
}

extension Reflection {
    /// Where a reflection began, such as a volunteering opportunity: kept as shown then, whatever becomes of the page.
    package struct Origin: Hashable, Sendable {
        package let title: String
        package let path: String

        /// Nil unless `path` is a page of this site, for it becomes a link, and there is a title of at most
        /// 300 characters to show for it.
        package init?(title: String, path: String) {
            let title = PlainText.cleaned(title).split(whereSeparator: \.isNewline).joined(separator: " ")
            let isOfThisSite = path.hasPrefix("/") && !path.hasPrefix("//") && path.utf8.count <= 300
            // A browser reads a backslash as a slash, so `/\example.org` would lead elsewhere.
            guard isOfThisSite, path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else {
                return nil
            }
            guard (1...300).contains(title.unicodeScalars.count) else { return nil }
            self.title = title
            self.path = path
        }
    }

    /// One line of a list.
    package struct Summary: Hashable, Sendable {
        package let id: ID<Reflection>
        package let owner: PersonID
        package let title: String
        package let model: ReflectionModel
        /// The names of the stages with something in them.
        package let written: Set<String>
        package let saved: Date
        package let tags: [String]
        /// Those that stand: a removed comment is not counted.
        package let comments: Int
    }
}

/// One press of a button, dealt with the page that holds it, so that a form sent twice acts once.
package enum Sending {}
package typealias SendingKey = ID<Sending>
