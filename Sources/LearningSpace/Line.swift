import Foundation
import Storage

/// Text that stands in one line, such as a title.
enum Line {
    static func of(_ typed: String) -> String {
        PlainText.cleaned(typed).split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// Whether there is something to see: marks of no width would make a link that nobody finds.
    static func isVisible(_ line: String) -> Bool {
        line.unicodeScalars.contains { !$0.properties.isWhitespace && $0.properties.generalCategory != .format }
    }
}
