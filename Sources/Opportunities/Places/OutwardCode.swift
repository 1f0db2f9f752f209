/// The first half of a United Kingdom postcode, as `B3` or `EC1A`.
package struct OutwardCode: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// From an outward code or a full postcode, in any case and spacing: `b3`, `B3 1DG`, `b31dg`.
    ///
    /// The shape alone is checked; whether the code exists is for `Places` to say.
    package init?(_ typed: some StringProtocol) {
        let signs = typed.uppercased().utf8.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        if Self.isOutward(signs[...]) {
            self.init(signs[...])
        } else if Self.isInward(signs.suffix(3)), Self.isOutward(signs.dropLast(3)) {
            self.init(signs.dropLast(3))
        } else {
            return nil
        }
    }

    private init(_ signs: ArraySlice<UInt8>) { description = String(decoding: signs, as: UTF8.self) }

    /// The last one written in a sentence or address: full postcodes first, since `A38` can be a road.
    static func last(in address: String) -> OutwardCode? { written(lastIn: address)?.code }

    /// The same, and the second half where it is written too.
    static func written(lastIn address: String) -> (code: OutwardCode, inward: String?)? {
        let signs = Array(address.uppercased().utf8)
        let words = signs.split(whereSeparator: { !isPartOfWord($0) })
        var outward: ArraySlice<UInt8>?
        for (place, word) in words.enumerated().reversed() {
            if isInward(word.suffix(3)), isOutward(word.dropLast(3)) {
                return (OutwardCode(word.dropLast(3)), String(decoding: word.suffix(3), as: UTF8.self))
            }
            guard isOutward(word) else { continue }
            let next = words.indices.contains(place + 1) ? words[place + 1] : []
            // One space between the two halves.
            if isInward(next), next.startIndex == word.endIndex + 1, signs[word.endIndex] == 0x20 {
                return (OutwardCode(word), String(decoding: next, as: UTF8.self))
            }
            outward = outward ?? word
        }
        return outward.map { (OutwardCode($0), nil) }
    }

    // By hand: this is asked of each place of each advert, and a pattern takes a hundred times as long.

    private static func isOutward(_ signs: ArraySlice<UInt8>) -> Bool {
        let letters = signs.prefix(while: isLetter).count
        guard (1...2).contains(letters), letters < signs.count, signs.count <= letters + 2 else { return false }
        let rest = signs.dropFirst(letters)
        return rest.first.map(isDigit) ?? false && rest.dropFirst().allSatisfy { isDigit($0) || isLetter($0) }
    }

    private static func isInward(_ signs: ArraySlice<UInt8>) -> Bool {
        signs.count == 3 && signs.first.map(isDigit) ?? false && signs.dropFirst().allSatisfy(isLetter)
    }

    private static func isLetter(_ sign: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(sign) }
    private static func isDigit(_ sign: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(sign) }
    private static func isPartOfWord(_ sign: UInt8) -> Bool {
        isLetter(sign) || isDigit(sign) || sign == UInt8(ascii: "_") || sign >= 0x80
    }
}
