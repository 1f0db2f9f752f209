package import Storage

/// Where a member stands with an opportunity they saved.
package enum Pursuit: Hashable, Sendable {
    case saved
    case applied(Day)
    /// An answer came, whatever it said.
    case answered(Day)
    /// The member gave up waiting.
    case unanswered(Day)
    case done(Deed)
    case letGo(Day)

    /// What a member can say about it.
    package enum Move: Hashable, Sendable {
        case apply, answer, noAnswer, letGo, takeUp
        case did(Deed)
    }

    /// Nil where that cannot follow: a page that was open in another window.
    package func moving(_ move: Move, on today: Day) -> Pursuit? {
        switch (self, move) {
        case (.saved, .apply), (.unanswered, .apply): .applied(today)
        case (.applied, .answer), (.unanswered, .answer): .answered(today)
        case (.applied, .noAnswer): .unanswered(today)
        case (.saved, .letGo), (.applied, .letGo), (.answered, .letGo), (.unanswered, .letGo): .letGo(today)
        case (.letGo, .takeUp): .saved
        // Some are simply turned up to; and who mistyped the hours says it again.
        case (.saved, .did(let deed)), (.applied, .did(let deed)), (.answered, .did(let deed)),
            (.unanswered, .did(let deed)), (.done, .did(let deed)):
            .done(deed)
        default: nil
        }
    }

    /// What the member can say now without typing anything.
    package var moves: [Move] {
        [.apply, .answer, .noAnswer, .takeUp, .letGo].filter { moving($0, on: .epoch) != nil }
    }

    /// Whether the member can say that they did it.
    package var canBeDone: Bool {
        if case .letGo = self { return false }
        return true
    }

    /// The day on which it came to stand so; nil as long as it is merely saved.
    package var since: Day? {
        switch self {
        case .saved: nil
        case .applied(let day), .answered(let day), .unanswered(let day), .letGo(let day): day
        case .done(let deed): deed.day
        }
    }

    /// So long after somebody applied, they are asked whether an answer came.
    package static let patience = 14

    /// The days that somebody has waited for an answer, once they are so many that it is worth asking.
    package func daysWithoutAnswer(on today: Day) -> Int? {
        guard case .applied(let day) = self, today - day >= Self.patience else { return nil }
        return today - day
    }
}

extension Day {
    fileprivate static let epoch = Day(number: 0)
}

/// What somebody did: when, and how long it took.
package struct Deed: Hashable, Sendable {
    package let day: Day
    package let hours: Double

    /// From what was typed.
    package init(day: String, hours: String, today: Day) throws(InvalidFields) {
        var problems: [Invalid] = []
        let typedDay = Day(day)
        if typedDay.map({ $0 > today || today - $0 > Self.longestAgo }) ?? true {
            problems.append(
                Invalid("day", "Say on which day, as a year, month and day like \(today): not later than today."))
        }
        let typedHours = Double(hours.replacing(",", with: ".")).flatMap { Self.range.contains($0) ? $0 : nil }
        if typedHours == nil {
            problems.append(Invalid("hours", "Say how many hours it took, from 0.25 to 1000, like 3 or 2.5."))
        }
        guard problems.isEmpty, let typedDay, let typedHours else { throw InvalidFields(problems) }
        self.init(day: typedDay, hours: typedHours)
    }

    init(day: Day, hours: Double) {
        self.day = day
        self.hours = hours
    }

    private static let range = 0.25...1_000.0
    /// Days: who did something earlier still has the learning space for it.
    private static let longestAgo = 20 * 366

    /// As `3 hours` or `2.5 hours`.
    package var hoursWords: String {
        let number = hours == hours.rounded() ? "\(Int(hours))" : "\(hours)"
        return "\(number) \(hours == 1 ? "hour" : "hours")"
    }
}
