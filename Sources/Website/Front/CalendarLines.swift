import Foundation
import Storage

/// The lines of a calendar as RFC 5545 wants them: ended by CR LF, folded at 75 bytes, texts escaped.
struct CalendarLines {
    private(set) var text = ""

    /// A value that is no free text, such as a time.
    mutating func add(_ name: String, _ value: String) {
        text += Self.folded("\(name):\(value)") + "\r\n"
    }

    /// Nothing is added for nothing.
    mutating func add(_ name: String, text value: String) {
        let cleaned = PlainText.cleaned(value)
        if !cleaned.isEmpty { add(name, Self.escaped(cleaned)) }
    }

    /// As `20261205T090000Z`.
    static func utc(_ moment: Date) -> String {
        moment.formatted(Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted, timeZone: .gmt))
    }

    /// As `20261205`.
    static func day(_ day: Day) -> String { day.description.replacing("-", with: "") }

    /// Scalar by scalar: a comma with an accent on it is a comma to a calendar.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": escaped += "\\n"
            case "\\", ";", ",": escaped += "\\" + String(scalar)
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static let mostBytes = 75

    /// Longer lines go on after a break and a space, which counts; no character is torn.
    static func folded(_ line: String) -> String {
        var folded = ""
        var bytes = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if bytes + size > mostBytes {
                folded += "\r\n "
                bytes = 1
            }
            folded.unicodeScalars.append(scalar)
            bytes += size
        }
        return folded
    }
}
