import Foundation

/// A source's text as people should read it, and what had to be done to it.
struct AdvertText {
    let text: String
    let hadMarkup: Bool
    let hadCarriageReturns: Bool

    /// Tags become nothing or line breaks, entities their character; lines end in one way, and at most one is empty.
    ///
    /// Control characters go: two of them mark highlights in the index, and a NUL ends a string in SQLite.
    init(_ raw: String) {
        guard !Self.isTidy(raw) else {
            (text, hadMarkup, hadCarriageReturns) = (raw, false, false)
            return
        }
        hadCarriageReturns = raw.utf8.contains(0x0D)
        let unified = hadCarriageReturns ? raw.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : raw
        let untagged = unified.utf8.contains(UInt8(ascii: "<")) ? Self.withoutTags(unified) : unified
        let mayHoldEntities = untagged.utf8.contains(UInt8(ascii: "&")) && untagged.utf8.contains(UInt8(ascii: ";"))
        let read = mayHoldEntities ? Self.withEntitiesRead(untagged) : untagged
        hadMarkup = read != unified
        text = Self.tidied(read)
    }

    /// Whether nothing has to be done to it, which is true of most texts and seen by their bytes.
    private static func isTidy(_ raw: String) -> Bool {
        var before: UInt8 = 0x0A
        var breaks = 2
        for byte in raw.utf8 {
            breaks = byte == 0x0A ? breaks + 1 : 0
            switch byte {
            // At most one empty line, and none at the beginning.
            case 0x0A where breaks > 2 || before == 0x20: return false
            case 0x20 where before == 0x0A || before == 0x20: return false
            case 0x0A, 0x20: break
            // Other control characters, "&", "<" and DEL.
            case ..<0x20, 0x26, 0x3C, 0x7F: return false
            // The first byte of a byte order mark, and of a sign that could not be read.
            case 0xEF: return false
            // Up to U+00A0: more control characters, and a space that does not break.
            case 0x80...0xA0 where before == 0xC2: return false
            default: break
            }
            before = byte
        }
        return before != 0x20 && (before != 0x0A || raw.isEmpty)
    }

    private static func withoutTags(_ text: String) -> String {
        text.replacing(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^<>]{0,200}>/.ignoresCase(), with: "\n")
            .replacing(/<li\b[^<>]{0,200}>/.ignoresCase(), with: "\n• ")
            .replacing(/<(?:script|style)\b.*?<\/(?:script|style)>/.ignoresCase().dotMatchesNewlines(), with: "")
            .replacing(/<\/?[a-z][^<>]{0,400}>/.ignoresCase(), with: "")
    }

    private static func withEntitiesRead(_ text: String) -> String {
        text.replacing(entity) { match in
            let code = match.1.flatMap { UInt32($0) } ?? match.2.flatMap { UInt32($0, radix: 16) }
            if let code { return Unicode.Scalar(code).map(String.init) ?? "" }
            return match.3.flatMap { entities[String($0)] } ?? String(match.0)
        }
    }

    // As in `Terms`: it holds no closures, and matching changes nothing in it.
    nonisolated(unsafe) private static let entity =
        /&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/

    private static func tidied(_ text: String) -> String {
        if let plain = PlainLines(text) { return plain.text }
        let visible = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0 == "\t" || $0 == "\u{A0}" ? " " : $0 }
                    .filter { $0 == "\n" || !isInvisible($0) }))
        var lines: [String] = []
        for line in visible.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.split(separator: " ").joined(separator: " ")
            if words.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(words)
        }
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar == "\u{FEFF}" || scalar == "\u{FFFD}"
    }

    /// The ones the sources use, and their neighbours; others stay as they are.
    private static let entities = [
        "nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "rsquo": "’", "lsquo": "‘",
        "ldquo": "“", "rdquo": "”", "sbquo": "‚", "bdquo": "„", "ndash": "–", "mdash": "—", "hellip": "…", "bull": "•",
        "middot": "·", "pound": "£", "euro": "€", "copy": "©", "reg": "®", "trade": "™", "deg": "°", "times": "×",
        "frac12": "½", "frac14": "¼", "eacute": "é", "egrave": "è", "ecirc": "ê", "agrave": "à", "aacute": "á",
        "acirc": "â", "ccedil": "ç", "ocirc": "ô", "oacute": "ó", "uuml": "ü", "ouml": "ö", "auml": "ä", "iacute": "í",
        "ntilde": "ñ", "icirc": "î", "ucirc": "û", "wcirc": "ŵ", "ycirc": "ŷ", "laquo": "«", "raquo": "»", "shy": "",
    ]
}
