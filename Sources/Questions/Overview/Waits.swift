/// How long questions stayed at one step, from counts that belong to no question.
package struct Waits: Sendable {
    package let step: Step.Kind
    package let total: Int
    /// Days with how many questions stayed so long, the shortest first; none where fewer than `Wait.fewest` passed.
    package let days: [(days: Int, count: Int)]

    package static let steps: [Step.Kind] = [.received, .withExpert, .answered, .approved]
    package static let fewest = Wait.fewest

    init(_ step: Step.Kind, _ days: [(days: Int, count: Int)]) {
        self.step = step
        total = days.reduce(0) { $0 + $1.count }
        self.days = total < Self.fewest ? [] : days
    }

    /// The days within which this share of the questions, from 0 to 1, had moved on; nil where too few passed.
    package func within(_ share: Double) -> Int? {
        var passed = 0
        for (days, count) in days {
            passed += count
            if Double(passed) >= Double(total) * share { return days }
        }
        return nil
    }

    /// How many stayed for some number of days in this range.
    package func count(in range: ClosedRange<Int>) -> Int {
        days.reduce(0) { range.contains($1.days) ? $0 + $1.count : $0 }
    }
}
