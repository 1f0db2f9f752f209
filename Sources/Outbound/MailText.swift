import Foundation

/// Text as mail carries it: in ASCII, in short lines.
enum MailText {
    /// One line without control characters: a line break in a header would begin another header.
    static func line(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }

    /// A header's words: a quoted string, or encoded words of at most 75 characters (RFC 2047), folded.
    static func header(_ text: String) -> String {
        let text = line(text)
        if text.unicodeScalars.allSatisfy({ $0.isASCII }), text.utf8.count <= 60,
            !text.contains(where: { "\"\\<>@,;:=?".contains($0) })
        {
            return text
        }
        // 39 bytes make 52 characters of base 64, which leaves room for the header's name. A piece ends between
        // characters, never within one.
        var pieces = [""]
        for scalar in text.unicodeScalars {
            if pieces[pieces.count - 1].utf8.count + Unicode.UTF8.width(scalar) > 39 { pieces.append("") }
            pieces[pieces.count - 1].unicodeScalars.append(scalar)
        }
        return pieces.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// Lines of at most 76 characters that any server passes on unchanged (RFC 2045, 6.7).
    static func quotedPrintable(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(quotedLine).joined(separator: "\r\n")
            + "\r\n"
    }

    private static func quotedLine(_ line: Substring) -> String {
        var (done, current) = ("", "")
        let bytes = Array(line.utf8)
        for (place, byte) in bytes.enumerated() {
            let word = quoted(byte, isLast: place == bytes.count - 1)
            // One column is left for the mark that the line goes on.
            if current.utf8.count + word.utf8.count > 75 {
                done += current + "=\r\n"
                current = ""
            }
            current += word
        }
        return done + current
    }

    private static func quoted(_ byte: UInt8, isLast: Bool) -> String {
        let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
        let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || isBlank && !isLast
        guard !isPlain else { return String(UnicodeScalar(byte)) }
        return "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
