/// The first half of a United Kingdom postcode, as `B3` or `EC1A`.
package struct OutwardCode: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// From an outward code or a full postcode, in any case and spacing: `b3`, `B3 1DG`, `b31dg`.
    ///
    /// The shape alone is checked; whether the code exists is for `Places` to say.
    package init?(_ typed: some StringProtocol) {
        let text = typed.uppercased().filter { !$0.isWhitespace }
        if text.wholeMatch(of: Self.outward) != nil {
            description = text
        } else if let whole = text.wholeMatch(of: Self.whole) {
            description = String(whole.1)
        } else {
            return nil
        }
    }

    /// The last one written in a sentence or address: full postcodes first, since `A38` can be a road.
    static func last(in address: String) -> OutwardCode? {
        let capitals = address.uppercased()
        if let match = capitals.matches(of: wholeInText).last { return OutwardCode(match.1) }
        return capitals.matches(of: outwardInText).last.flatMap { OutwardCode($0.1) }
    }

    // Regex values are not Sendable, so each is made where it is used.
    private static var outward: Regex<Substring> { /[A-Z]{1,2}[0-9][0-9A-Z]?/ }
    private static var whole: Regex<(Substring, Substring)> { /([A-Z]{1,2}[0-9][0-9A-Z]?)[0-9][A-Z]{2}/ }
    private static var wholeInText: Regex<(Substring, Substring)> { /\b([A-Z]{1,2}[0-9][0-9A-Z]?) ?[0-9][A-Z]{2}\b/ }
    private static var outwardInText: Regex<(Substring, Substring)> { /\b([A-Z]{1,2}[0-9][0-9A-Z]?)\b/ }
}
