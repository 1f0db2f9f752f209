package import Storage
import Synchronization

/// How many tokens each member has drawn this week. In memory alone: a stored count would fall with each question, and
/// so tell who asked.
package final class Allowance: Sendable {
    /// Three for a device, and a member may have two.
    package static let aWeek = 6

    private struct Counts {
        var week: Week?
        var drawn: [PersonID: Int] = [:]
    }
    private let world: World
    private let counts = Mutex(Counts())

    package init(world: World) { self.world = world }

    /// Takes so many of this week's tokens.
    /// - Returns: how many are granted, perhaps fewer, perhaps none.
    package func take(_ wanted: Int, by person: PersonID) -> Int {
        let week = Week(containing: world.today)
        return counts.withLock { counts in
            if counts.week != week { counts = Counts(week: week) }
            let left = Self.aWeek - counts.drawn[person, default: 0]
            let granted = max(0, min(wanted, left))
            counts.drawn[person, default: 0] += granted
            return granted
        }
    }
}
