/// A share of a sample, with what it tells of the whole: Wilson's bounds at 95 %.
///
/// Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927.
package struct Share: Sendable, Equatable, Encodable {
    package let hits: Int
    package let of: Int
    package let value: Double
    package let low: Double
    package let high: Double

    package init(_ hits: Int, of all: Int) {
        self.hits = hits
        of = all
        let (n, z) = (Double(max(all, 1)), 1.959_964)
        let share = Double(hits) / n
        let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        (value, low, high) = (share, middle - half, middle + half)
    }
}
