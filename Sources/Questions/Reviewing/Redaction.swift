import Foundation

/// A span of a question that is hidden behind what kind of thing it was.
package struct Redaction: Sendable, Equatable {
    /// Bytes of the text in UTF-8, always on the bounds of characters.
    package let bytes: Range<Int>
    package let kind: Kind

    package enum Kind: String, CaseIterable, Sendable {
        case name, place, employer
        case caseDetail = "case detail"

        /// What stands in the text instead.
        package var mark: String { "[\(rawValue)]" }
    }

    /// Every place where these words stand, whatever their case, that is not hidden already.
    static func spans(of words: String, as kind: Kind, in text: String, besides known: [Redaction]) -> [Redaction] {
        var found: [Redaction] = []
        var start = text.startIndex
        while let range = text.range(of: words, options: .caseInsensitive, range: start..<text.endIndex) {
            start = range.upperBound
            guard let lower = range.lowerBound.samePosition(in: text),
                let upper = range.upperBound.samePosition(in: text)
            else { continue }
            let span = Redaction(bytes: text.utf8Offset(lower)..<text.utf8Offset(upper), kind: kind)
            if !known.contains(where: { $0.bytes.overlaps(span.bytes) }) { found.append(span) }
        }
        return found
    }

    /// The text with each span replaced by its mark.
    static func apply(_ redactions: [Redaction], to text: String) -> String {
        pieces(of: text, redactions).map { $0.kind?.mark ?? $0.text }.joined()
    }

    /// The text cut at the spans; a piece with a kind is one of them.
    package static func pieces(of text: String, _ redactions: [Redaction]) -> [(text: String, kind: Kind?)] {
        let bytes = Array(text.utf8)
        var pieces: [(text: String, kind: Kind?)] = []
        var at = 0
        for redaction in redactions.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
            guard redaction.bytes.lowerBound >= at, redaction.bytes.upperBound <= bytes.count else { continue }
            pieces.append((String(decoding: bytes[at..<redaction.bytes.lowerBound], as: UTF8.self), nil))
            pieces.append((String(decoding: bytes[redaction.bytes], as: UTF8.self), redaction.kind))
            at = redaction.bytes.upperBound
        }
        pieces.append((String(decoding: bytes[at...], as: UTF8.self), nil))
        return pieces.filter { !$0.text.isEmpty }
    }

    /// A published text cut at the marks, so that a page can show them as such.
    package static func pieces(ofPublished text: String) -> [(text: String, isMark: Bool)] {
        var pieces: [(text: String, isMark: Bool)] = []
        var rest = Substring(text)
        while let mark = Kind.allCases.compactMap({ rest.range(of: $0.mark) }).min(by: { $0.lowerBound < $1.lowerBound }
        ) {
            pieces.append((String(rest[..<mark.lowerBound]), false))
            pieces.append((String(rest[mark]), true))
            rest = rest[mark.upperBound...]
        }
        pieces.append((String(rest), false))
        return pieces.filter { !$0.text.isEmpty }
    }
}

extension String {
    fileprivate func utf8Offset(_ index: Index) -> Int { utf8.distance(from: utf8.startIndex, to: index) }
}
