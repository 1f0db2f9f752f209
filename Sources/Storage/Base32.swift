/// Crockford's base 32, in lower case: no letter that looks like another, safe in a URL, easy to read aloud.
///
/// Source: <https://www.crockford.com/base32.html>. Reading forgives what people mistype: upper case, `o` for `0`,
/// `i` and `l` for `1`.
package enum Base32 {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(buffer >> UInt32(bits) & 31)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(buffer << UInt32(5 - bits) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes, or nil where a character is none of the alphabet's. Bits left over at the end are dropped.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for character in text.utf8 {
            guard let value = value(of: character) else { return nil }
            buffer = buffer << 5 | value
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
        }
        return bytes
    }

    private static func value(of character: UInt8) -> UInt32? {
        switch character | 0x20 {
        case UInt8(ascii: "o"): return 0
        case UInt8(ascii: "i"), UInt8(ascii: "l"): return 1
        default:
            // Digits already carry the bit that makes a letter lower case.
            return alphabet.firstIndex(of: character | 0x20).map(UInt32.init)
        }
    }
}

extension Base32 {
    /// What was typed, as it would have been written: `O` is `0`, `I` and `L` are `1`.
    package static func folded(_ typed: String) -> String {
        String(
            typed.lowercased().map { letter in
                switch letter {
                case "o": "0"
                case "i", "l": "1"
                default: letter
                }
            })
    }
}
