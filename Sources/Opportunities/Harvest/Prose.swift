import Foundation

/// A text by sentences, in lower case, so that a pattern is only tried where its key word stands.
///
/// Over whole adverts the patterns take a third of a harvest's time; looking for a word's bytes takes a thousandth.
struct Prose {
    private let bytes: [UInt8]

    init(_ text: String) { bytes = Self.plainlyLowered(text) ?? Array(text.lowercased().utf8) }

    /// Letters of Western Europe, and the marks that typing programs make; nil where there are others, of which Unicode's
    /// tables know the small ones.
    private static func plainlyLowered(_ text: String) -> [UInt8]? {
        var text = text
        return text.withUTF8 { signs in
            var bytes = Array(signs)
            var place = 0
            while place < bytes.count {
                let byte = bytes[place]
                place += 1
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes[place - 1] = byte | 0x20
                case ..<0x80: break
                // U+0080 to U+00BF have no cases.
                case 0xC2 where place < bytes.count: place += 1
                // À to Þ, of which × is none, stand 32 before their small letters.
                case 0xC3 where place < bytes.count:
                    if bytes[place] < 0x9F, bytes[place] != 0x97 { bytes[place] += 0x20 }
                    place += 1
                case 0xE2 where place + 1 < bytes.count && bytes[place] == 0x80: place += 2
                default: return nil
                }
            }
            return bytes
        }
    }

    /// The sentences that hold any of the key words, and any of `others` where there are some; a line each.
    func sentences(with keys: [String], and others: [String] = []) -> String {
        guard keys.contains(where: { holds($0) }) else { return "" }
        return bytes.split(whereSeparator: Self.isEnd).filter { sentence in
            sentence.withUnsafeBytes { sentence in
                keys.contains { Self.holds($0, in: sentence) }
                    && (others.isEmpty || others.contains { Self.holds($0, in: sentence) })
            }
        }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }

    func holds(_ word: String) -> Bool { bytes.withUnsafeBytes { Self.holds(word, in: $0) } }

    func ends(with word: String) -> Bool { bytes.suffix(word.utf8.count).elementsEqual(word.utf8) }

    private static func isEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == 0x0A
    }

    /// By `memchr`, which looks at sixteen bytes at once.
    private static func holds(_ word: String, in bytes: UnsafeRawBufferPointer) -> Bool {
        guard let start = bytes.baseAddress else { return false }
        var word = word
        return word.withUTF8 { word in
            guard let wanted = word.baseAddress, let first = word.first else { return true }
            var place = 0
            while place + word.count <= bytes.count {
                let left = bytes.count - word.count + 1 - place
                guard let hit = memchr(start + place, Int32(first), left) else { return false }
                if memcmp(hit, wanted, word.count) == 0 { return true }
                place = UnsafeRawPointer(hit) - start + 1
            }
            return false
        }
    }
}

extension String {
    /// How many characters it has, where these are at most so many; else so many. To count all of a long text takes as
    /// long as to read it.
    func characters(most: Int) -> Int {
        if utf8.allSatisfy({ $0 < 0x80 }) { return Swift.min(utf8.count, most) }
        return prefix(most).count
    }
}
