/// A link without what differs from one board to the next.
enum OwnPage {
    /// Nil for what may be the page of many: one of its own has a long number in it.
    static func of(_ link: String) -> String? {
        guard holdsLongNumber(link) else { return nil }
        var plain = link.lowercased()
        for start in ["https://www.", "http://www.", "https://", "http://"] where plain.hasPrefix(start) {
            plain.removeFirst(start.count)
            break
        }
        if plain.contains("utm_") { plain = plain.replacing(campaign, with: "") }
        while let last = plain.last, "/?&#".contains(last) { plain.removeLast() }
        return plain
    }

    /// Five digits or more.
    private static func holdsLongNumber(_ link: String) -> Bool {
        var digits = 0
        for byte in link.utf8 {
            digits = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? digits + 1 : 0
            if digits == 5 { return true }
        }
        return false
    }

    // As in `Terms`: it holds no closures, and matching changes nothing in it.
    nonisolated(unsafe) private static let campaign = /utm_[^&]*&?/
}
