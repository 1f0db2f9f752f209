package import Foundation

/// What comma-separated values say, by RFC 4180: a quoted field may hold the sign between fields, line breaks and doubled
/// quotation marks.
package enum CSVText {
    /// UTF-8 with or without its mark, UTF-16 with it, else what Windows has always written.
    package static func plain(_ bytes: Data) -> String {
        let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let text =
            isWide
            ? String(data: bytes, encoding: .utf16) ?? ""
            : String(data: bytes, encoding: .utf8) ?? String(data: bytes, encoding: .windowsCP1252) ?? ""
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }

    /// The sign that stands most often in a row of names.
    package static func separator(of row: String) -> Character {
        let counts = [",", ";", "\t"].map { sign in (sign, row.count { $0 == Character(sign) }) }
        return Character(counts.max { $0.1 < $1.1 }?.0 ?? ",")
    }

    /// Each row as it stands, with the line it begins in; nil where a quotation mark is never closed.
    package static func rows(of text: String) -> [(line: Int, text: String)]? {
        var rows: [(line: Int, text: String)] = []
        var (row, isQuoted, line, begun) = ("", false, 1, 1)
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            let isBreak = character.isNewline
            if isBreak { line += 1 }
            guard isBreak, !isQuoted else {
                row.append(character)
                continue
            }
            if !row.isEmpty { rows.append((begun, row)) }
            (row, begun) = ("", line)
        }
        if !row.isEmpty { rows.append((begun, row)) }
        return isQuoted ? nil : rows
    }

    package static func fields(_ row: String, separator: Character) -> [String] {
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        var wasQuote = false
        for character in row {
            if isQuoted, !wasQuote {
                if character == "\"" { wasQuote = true } else { field.append(character) }
                continue
            }
            switch character {
            case "\"":
                if wasQuote { field.append(character) }
                isQuoted = true
                wasQuote = false
            case separator:
                fields.append(field)
                (field, isQuoted, wasQuote) = ("", false, false)
            case "\n", "\r", "\r\n": break
            default: field.append(character)
            }
        }
        return fields + [field]
    }
}
