package import Foundation
package import Storage

/// A next step with a day, on which it comes back and asks: did it happen, and what changed? Its owner's alone.
package struct Goal: Hashable, Sendable {
    package let id: ID<Goal>
    package let title: String
    package let made: Day
    /// The day on which it comes back.
    package let due: Day
    package let state: State
    /// The reflection it came from; nil where it came from none, or from one that is deleted.
    package let source: Cycle?
    /// Whose comment it takes up, where they agreed to be named.
    package let credit: PersonID?
    /// The reflections that were begun from it, the first begun first.
    package let next: [Cycle]
    /// The oldest first.
    package let checkIns: [CheckIn]

    package enum State: Hashable, Sendable {
        case open
        case done(Day)
        case letGo(Day)
    }

    /// A reflection before or after a goal.
    package struct Cycle: Hashable, Sendable {
        package let id: ID<Reflection>
        package let title: String
        package let begun: Day
    }

    /// The day on which it was closed; nil while it is open.
    package var closed: Day? {
        switch state {
        case .open: nil
        case .done(let day), .letGo(let day): day
        }
    }

    package func isDue(on today: Day) -> Bool { state == .open && due <= today }
}

extension Goal {
    package struct Draft: Hashable, Sendable {
        package static let longestTitle = 300
        package static let usualDays = 30
        package static let mostDays = 1_826
        package let title: String
        package let due: Day

        /// - Parameter due: as `2026-11-22`.
        package init(title: String, due: String, today: Day) throws(InvalidFields) {
            self.title = Line.of(title)
            var wrong: [Invalid] = []
            if !Line.isVisible(self.title) { wrong.append(Invalid("title", "Write what you will do, in one line.")) }
            if let long = Invalid.tooLong("title", "Your step", self.title, limit: Self.longestTitle) {
                wrong.append(long)
            }
            var checked: Day?
            do throws(Invalid) { checked = try Goal.day(due, today: today) } catch { wrong.append(error) }
            guard wrong.isEmpty, let checked else { throw InvalidFields(wrong) }
            self.due = checked
        }
    }

    /// A day on which a goal can come back.
    fileprivate static func day(_ typed: String, today: Day) throws(Invalid) -> Day {
        let last = today + Draft.mostDays
        guard let day = Day(typed) else {
            throw Invalid("due", "Write the day as year, month and day: \((today + Draft.usualDays).description).")
        }
        guard day >= today else {
            throw Invalid("due", "Choose \(today.words) or a later day: the day you chose has passed.")
        }
        guard day <= last else { throw Invalid("due", "Choose a day up to \(last.words): nearer steps get done.") }
        return day
    }
}

/// An answer to "did it happen, and what changed?".
package struct CheckIn: Hashable, Sendable {
    package let verdict: Verdict
    package let words: String
    package let written: Date

    package enum Verdict: Hashable, Sendable {
        case done
        case letGo
        /// It comes back on this day.
        case notYet(due: Day)
    }

    package struct Draft: Hashable, Sendable {
        package static let longest = 4_000
        package let verdict: Verdict
        package let words: String

        /// - Parameters:
        ///   - verdict: `done`, `not yet` or `let go`.
        ///   - due: the day on which it comes back, read only where it has not happened yet.
        package init(verdict: String, words: String, due: String, today: Day) throws(InvalidFields) {
            self.words = PlainText.cleaned(words)
            var wrong: [Invalid] = []
            var chosen: Verdict?
            do throws(Invalid) {
                chosen = try Self.verdict(verdict, due: due, today: today)
            } catch {
                wrong.append(error)
            }
            if let long = Invalid.tooLong("words", "This", self.words, limit: Self.longest) { wrong.append(long) }
            guard wrong.isEmpty, let chosen else { throw InvalidFields(wrong) }
            self.verdict = chosen
        }

        private static func verdict(_ typed: String, due: String, today: Day) throws(Invalid) -> Verdict {
            switch typed {
            case "done": .done
            case "let go": .letGo
            case "not yet": .notYet(due: try Goal.day(due, today: today))
            default: throw Invalid("verdict", "Choose whether it happened.")
            }
        }
    }
}
