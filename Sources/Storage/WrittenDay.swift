/// A day as people in the United Kingdom write it: `2025-10-08`, `08/10/2025`, `8.10.25`, `8 October 2025`; what
/// follows it, such as a time, is not looked at.
package struct WrittenDay {
    package let day: Day

    package init?(_ text: String) {
        if let match = text.prefixMatch(of: /(\d{4})-(\d{2})-(\d{2})/), let day = Day(String(match.0)) {
            self.init(day)
        } else if let match = text.prefixMatch(of: /(\d{1,2})[\/.\-](\d{1,2})[\/.\-](\d{4}|\d{2})\b/) {
            self.init(day: match.1, month: Int(match.2), year: match.3)
        } else if let match = text.prefixMatch(of: /(\d{1,2})(?:st|nd|rd|th)?\s([A-Za-z]{3})[a-z]*\s(\d{4})/) {
            let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
            self.init(day: match.1, month: months.firstIndex(of: match.2.lowercased()).map { $0 + 1 }, year: match.3)
        } else {
            return nil
        }
    }

    private init?(day: Substring, month: Int?, year: Substring) {
        guard let month, let day = Int(day) else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        guard let day = Day("\(year.count == 2 ? "20" : "")\(year)-\(two(month))-\(two(day))") else { return nil }
        self.init(day)
    }

    private init(_ day: Day) { self.day = day }
}
