/// Reads JSON (RFC 8259) into values, in one walk over its bytes.
struct JSONParser {
    private let bytes: JSONText.Bytes
    private var place = 0
    /// Deeper than this is nobody's advert, and would take the stack.
    private static let deepest = 200

    /// Nil where the bytes are not one value and nothing else.
    static func value(of bytes: JSONText.Bytes) -> JSON? {
        var parser = JSONParser(bytes: bytes)
        guard let value = parser.value(0) else { return nil }
        parser.skipSpace()
        return parser.place == bytes.count ? value : nil
    }

    private init(bytes: JSONText.Bytes) { self.bytes = bytes }

    private mutating func skipSpace() { place = JSONText.skipSpace(from: place, in: bytes) }

    /// Goes past a sign where it stands next.
    private mutating func takes(_ sign: UInt8) -> Bool {
        skipSpace()
        guard place < bytes.count, bytes[place] == sign else { return false }
        place += 1
        return true
    }

    private mutating func value(_ depth: Int) -> JSON? {
        skipSpace()
        guard place < bytes.count, depth < Self.deepest else { return nil }
        switch bytes[place] {
        case JSONText.openBrace: return object(depth)
        case JSONText.openBracket: return list(depth)
        case JSONText.quote: return string().map { JSON(.text($0)) }
        case UInt8(ascii: "t"): return word("true", .truth(true))
        case UInt8(ascii: "f"): return word("false", .truth(false))
        case UInt8(ascii: "n"): return word("null", .nothing)
        default: return number()
        }
    }

    private mutating func object(_ depth: Int) -> JSON? {
        place += 1
        var members: [(key: String, value: JSON)] = []
        if takes(JSONText.closeBrace) { return JSON(.object(members)) }
        repeat {
            skipSpace()
            guard place < bytes.count, bytes[place] == JSONText.quote, let key = string(), takes(JSONText.colon),
                let value = value(depth + 1)
            else { return nil }
            members.append((key, value))
        } while takes(JSONText.comma)
        return takes(JSONText.closeBrace) ? JSON(.object(members)) : nil
    }

    private mutating func list(_ depth: Int) -> JSON? {
        place += 1
        var elements: [JSON] = []
        if takes(JSONText.closeBracket) { return JSON(.list(elements)) }
        repeat {
            guard let value = value(depth + 1) else { return nil }
            elements.append(value)
        } while takes(JSONText.comma)
        return takes(JSONText.closeBracket) ? JSON(.list(elements)) : nil
    }

    private mutating func word(_ word: StaticString, _ value: JSON.Value) -> JSON? {
        let end = place + word.utf8CodeUnitCount
        guard end <= bytes.count else { return nil }
        for offset in 0..<word.utf8CodeUnitCount where bytes[place + offset] != word.utf8Start[offset] { return nil }
        place = end
        return JSON(value)
    }

    private mutating func number() -> JSON? {
        let start = place
        while place < bytes.count, Self.isPartOfNumber(bytes[place]) { place += 1 }
        let written = String(decoding: bytes[start..<place], as: UTF8.self)
        return Double(written) == nil ? nil : JSON(.number(written))
    }

    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
            || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
    }

    private mutating func string() -> String? {
        place += 1
        let start = place
        while place < bytes.count, bytes[place] != JSONText.quote {
            guard bytes[place] != JSONText.backslash else { return escaped(from: start) }
            place += 1
        }
        guard place < bytes.count else { return nil }
        place += 1
        return String(validating: bytes[start..<place - 1], as: UTF8.self)
    }

    /// The way with escapes, from the string's beginning.
    private mutating func escaped(from start: Int) -> String? {
        var text = Array(bytes[start..<place])
        while place < bytes.count, bytes[place] != JSONText.quote {
            let byte = bytes[place]
            place += 1
            guard byte == JSONText.backslash else {
                text.append(byte)
                continue
            }
            guard place < bytes.count, let scalar = escape() else { return nil }
            text.append(contentsOf: String(scalar).utf8)
        }
        guard place < bytes.count else { return nil }
        place += 1
        return String(validating: text, as: UTF8.self)
    }

    /// What stands after a backslash; half of a pair is the sign for what cannot be read.
    private mutating func escape() -> Unicode.Scalar? {
        let sign = bytes[place]
        place += 1
        switch sign {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "/"), JSONText.quote, JSONText.backslash: return Unicode.Scalar(sign)
        case UInt8(ascii: "u"):
            guard let high = unit() else { return nil }
            guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
            guard place + 1 < bytes.count, bytes[place] == JSONText.backslash, bytes[place + 1] == UInt8(ascii: "u")
            else { return "\u{FFFD}" }
            place += 2
            guard let low = unit() else { return nil }
            guard (0xDC00..<0xE000).contains(low) else { return "\u{FFFD}" }
            return Unicode.Scalar(0x1_0000 + (high - 0xD800) << 10 + (low - 0xDC00))
        default: return nil
        }
    }

    private mutating func unit() -> UInt32? {
        guard place + 4 <= bytes.count else { return nil }
        let digits = String(decoding: bytes[place..<place + 4], as: UTF8.self)
        place += 4
        return digits.allSatisfy(\.isHexDigit) ? UInt32(digits, radix: 16) : nil
    }
}
