import Foundation

/// Text that people type into boxes.
package enum PlainText {
    /// Without control characters, with one kind of line end, and without blank space around it.
    ///
    /// A form sends CR LF; and a control character would be invisible on every page that shows the text.
    package static func cleaned(_ typed: String) -> String {
        let unified = typed.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
        let visible = unified.unicodeScalars.filter {
            $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
        }
        return String(String.UnicodeScalarView(visible)).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
