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
        let unified = raw.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        hadCarriageReturns = unified != raw
        let untagged = unified.contains("<") ? Self.withoutTags(unified) : unified
        let read = untagged.contains("&") ? Self.withEntitiesRead(untagged) : untagged
        hadMarkup = read != unified
        text = Self.tidied(read)
    }

    private static func withoutTags(_ text: String) -> String {
        text.replacing(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^<>]{0,200}>/.ignoresCase(), with: "\n")
            .replacing(/<li\b[^<>]{0,200}>/.ignoresCase(), with: "\n• ")
            .replacing(/<(?:script|style)\b.*?<\/(?:script|style)>/.ignoresCase().dotMatchesNewlines(), with: "")
            .replacing(/<\/?[a-z][^<>]{0,400}>/.ignoresCase(), with: "")
    }

    private static func withEntitiesRead(_ text: String) -> String {
        text.replacing(/&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/) { match in
            let code = match.1.flatMap { UInt32($0) } ?? match.2.flatMap { UInt32($0, radix: 16) }
            if let code { return Unicode.Scalar(code).map(String.init) ?? "" }
            return match.3.flatMap { entities[String($0)] } ?? String(match.0)
        }
    }

    private static func tidied(_ text: String) -> String {
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

extension String {
    /// Without e-mail addresses and phone numbers: whoever applies reads them in the advert, nobody searches by them.
    var withoutContacts: String {
        var text = self
        // Most texts hold neither, and a look for a byte is a thousand times quicker than a pattern.
        if utf8.contains(UInt8(ascii: "@")) {
            text = text.replacing(/[\p{L}\p{N}._%+\-]{1,64}@[\p{L}\p{N}.\-]{1,253}\.\p{L}{2,24}/, with: "")
        }
        if utf8.count(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) >= 9 {
            text = text.replacing(/(?:\+44\s?|\(?\b0)(?:[0-9][\s\-()]{0,2}){8,10}[0-9]?\b/, with: "")
        }
        return text
    }
}
