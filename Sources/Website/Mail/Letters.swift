import Foundation
import Mustache

/// The words of every mail, read once at start-up: plain text, so nothing in them is escaped as HTML.
struct Letters: Sendable {
    /// One template, `Templates/letters/NAME.txt`.
    enum Name: String, CaseIterable {
        case forgotten, joining, known, invitation, waiting, digest, comments
        case passwordChanged = "password-changed"
        case newAddress = "new-address"
        case addressChanged = "address-changed"
        case savedSearches = "saved-searches"
    }
    private let library: MustacheLibrary

    /// - Parameter folder: of all templates.
    init(folder: URL) async throws {
        library = try await MustacheLibrary(directory: folder.appending(path: "letters").path, withExtension: "txt")
        for name in Name.allCases where library.getTemplate(named: name.rawValue) == nil {
            throw Templates.Missing("letters/\(name.rawValue)")
        }
    }

    /// The first line is the subject; the text begins after the empty one.
    func render(_ name: Name, _ words: LetterWords) throws -> (subject: String, text: String) {
        guard let whole = library.render(words, withTemplate: name.rawValue),
            let gap = whole.range(of: "\n\n")
        else { throw Templates.Missing("letters/\(name.rawValue)") }
        return (String(whole[..<gap.lowerBound]), String(whole[gap.upperBound...]))
    }
}

/// What the letters' templates may use.
struct LetterWords {
    struct Item {
        let title: String
        let address: String
    }
    let community: String
    /// Of the site.
    let address: String
    /// How people reach the team.
    let contact: String
    /// The one thing to open, where there is one.
    var link = ""
    /// Of a digest, in words.
    var month = ""
    var items: [Item] = []
}
