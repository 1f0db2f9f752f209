/// The lines of a text that has no signs but letters of Western Europe and what typing programs make, tidied by its bytes:
/// one space between two words, and at most one empty line, none at either end.
struct PlainLines {
    let text: String

    /// Nil where there are others, of which a space may be half of a sign.
    init?(_ text: String) {
        var text = text
        let tidied: [UInt8]? = text.withUTF8 { bytes in
            guard Self.isPlain(bytes) else { return nil }
            var tidied: [UInt8] = []
            tidied.reserveCapacity(bytes.count)
            var isAfterEmpty = true
            var isFirst = true
            for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
                let words = line.split(separator: 0x20)
                if words.isEmpty, isAfterEmpty { continue }
                isAfterEmpty = words.isEmpty
                if !isFirst { tidied.append(0x0A) }
                isFirst = false
                for (place, word) in words.enumerated() {
                    if place > 0 { tidied.append(0x20) }
                    tidied.append(contentsOf: word)
                }
            }
            if isAfterEmpty, !tidied.isEmpty { tidied.removeLast() }
            return tidied
        }
        guard let tidied else { return nil }
        self.text = String(decoding: tidied, as: UTF8.self)
    }

    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case 0x0A, 0x20...0x7E: place += 1
            // ¡ to ¿, and À to ÿ.
            case 0xC2 where place + 1 < bytes.count && bytes[place + 1] > 0xA0: place += 2
            case 0xC3: place += 2
            // Dashes, quotation marks, bullets and dots.
            case 0xE2
            where place + 2 < bytes.count && bytes[place + 1] == 0x80 && (0x90...0xA6).contains(bytes[place + 2]):
                place += 3
            default: return false
            }
        }
        return true
    }
}
