extension Redaction {
    /// Every place where these words stand and are not hidden yet.
    /// - Throws: `Desk.Refusal` where there is none, or where some would be hidden in part only.
    static func hiding(
        _ words: String, as kind: Kind, in text: String, besides known: [Redaction]
    ) throws(Desk.Refusal) -> [Redaction] {
        let places = spans(of: words, as: kind, in: text, besides: [])
        let halfHidden = places.contains { place in
            known.contains { $0.bytes.overlaps(place.bytes) && place.bytes.clamped(to: $0.bytes) != place.bytes }
        }
        if halfHidden { throw .overlapsHidden }
        let spans = spans(of: words, as: kind, in: text, besides: known)
        if spans.isEmpty { throw places.isEmpty && splits(words, text) ? .splitsCharacter : .wordsNotFound }
        return spans
    }

    /// Whether the words stand in the text letter by letter, though not as whole characters.
    private static func splits(_ words: String, _ text: String) -> Bool {
        let (part, whole) = (Array(words.unicodeScalars), Array(text.unicodeScalars))
        guard !part.isEmpty, part.count <= whole.count else { return false }
        return (0...whole.count - part.count).contains { whole[$0..<$0 + part.count].elementsEqual(part) }
    }
}
