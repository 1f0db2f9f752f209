/// How much time a week an advert asks for.
package struct Hours: Hashable, Sendable {
    /// Hours a week.
    package let least: Double
    /// Hours a week; the same as the least where one number is given.
    package let most: Double
    /// The words it was read from.
    package let said: String

    /// From prose: "3-4 hours a week", "one hour per week", "24 hours across a whole year"; nil where it says nothing.
    ///
    /// A number without its week, month or year says how long a visit is, not how much time it takes.
    init?(in text: String) {
        let prose = Prose(text).sentences(with: ["hour", "hrs", "hr "], and: ["week", "month", "year"])
        guard !prose.isEmpty, let match = prose.firstMatch(of: Self.pattern), let first = Self.number(match.1)
        else { return nil }
        let second = match.2.flatMap(Self.number) ?? first
        let weeks: Double =
            switch match.3.lowercased() {
            case "week", "weekly": 1
            case "month", "monthly": 52 / 12
            default: 52
            }
        least = min(first, second) / weeks
        most = max(first, second) / weeks
        said = match.0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // "36000 hours a week" is somebody's slip.
        guard least > 0, most <= 60 else { return nil }
    }

    package init(least: Double, most: Double, said: String) {
        self.least = least
        self.most = most
        self.said = said
    }

    // As in `Terms`: it holds no closures, and matching changes nothing in it.
    nonisolated(unsafe) private static let pattern =
        /(\b\d{1,3}(?:\.\d)?|\b(?:an|one|two|three|four|five|six))(?:\s?(?:-|–|to|or)\s?(\d{1,3}(?:\.\d)?|two|three|four|five|six|eight))?[\s-]?(?:hours?|hrs?)\s(?:of\s(?:volunteering|your\stime)\s)?(?:a\s|per\s|each\s|every\s|across\sa\swhole\s|over\sa\s)?(week|weekly|month|monthly|year)\b/

    private static func number(_ text: Substring) -> Double? {
        let words = [
            "an": 1.0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8,
        ]
        return Double(text) ?? words[text.lowercased()]
    }
}
