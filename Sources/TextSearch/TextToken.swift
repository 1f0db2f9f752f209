/// A word of a text, and where it stands in its bytes: a run of letters and digits, as FTS5's `unicode61` cuts them.
struct TextToken {
    let place: Range<Int>
    /// Of ASCII alone.
    let isPlain: Bool
    let beginsSentence: Bool

    static func all(in utf8: [UInt8]) -> [TextToken] {
        var tokens: [TextToken] = []
        var place = 0
        var beginsSentence = true
        while place < utf8.count {
            let start = place
            var isPlain = true
            while let length = lengthOfLetter(in: utf8, at: place, isInWord: place > start) {
                if length > 1 { isPlain = false }
                place += length
            }
            if start < place {
                tokens.append(TextToken(place: start..<place, isPlain: isPlain, beginsSentence: beginsSentence))
                beginsSentence = false
            } else {
                if endsSentence(utf8, at: place) { beginsSentence = true }
                place += length(ofSignAt: place, in: utf8)
            }
        }
        return tokens
    }

    /// With a line, or a stop before a space.
    private static func endsSentence(_ utf8: [UInt8], at place: Int) -> Bool {
        switch utf8[place] {
        case 0x0A: true
        case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): place + 1 < utf8.count && utf8[place + 1] <= 0x20
        default: false
        }
    }

    /// - Parameter isInWord: whether a mark belongs to the letter before it.
    /// - Returns: bytes; nil for what is no letter or digit, and at the end.
    private static func lengthOfLetter(in utf8: [UInt8], at place: Int, isInWord: Bool) -> Int? {
        guard place < utf8.count else { return nil }
        switch utf8[place] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return 1
        case ..<0x80: return nil
        default:
            let length = length(ofSignAt: place, in: utf8)
            let sign = String(decoding: utf8[place..<place + length], as: UTF8.self).unicodeScalars.first
            switch sign?.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber, .otherNumber:
                return length
            case .nonspacingMark, .spacingMark: return isInWord ? length : nil
            default: return nil
            }
        }
    }

    private static func length(ofSignAt place: Int, in utf8: [UInt8]) -> Int {
        let length =
            switch utf8[place] {
            case ..<0xC0: 1
            case ..<0xE0: 2
            case ..<0xF0: 3
            default: 4
            }
        return min(length, utf8.count - place)
    }
}
