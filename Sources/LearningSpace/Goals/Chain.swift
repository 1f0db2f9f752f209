package import Storage

/// Reflections and goals that grew out of one another: a reflection's goals, the reflections begun from those, and on.
package struct Chain: Hashable, Sendable {
    /// Of what it began with.
    package let title: String
    /// The first begun first.
    package let cycles: [Goal.Cycle]
    /// The first made first.
    package let goals: [Goal]

    /// The last day on which something came to it.
    package var lastMoved: Day {
        (cycles.map(\.begun) + goals.flatMap { [$0.made, $0.closed].compactMap { $0 } }).max() ?? Day(number: 0)
    }

    /// All that the goals make, the last moved first. A reflection without a goal before or after it is in none.
    package static func chains(of goals: [Goal]) -> [Chain] {
        var goalBefore: [ID<Reflection>: Goal] = [:]
        for goal in goals { for cycle in goal.next { goalBefore[cycle.id] = goal } }
        var order: [ID<Goal>] = []
        var members: [ID<Goal>: [Goal]] = [:]
        var firsts: [ID<Reflection>: ID<Goal>] = [:]
        for goal in goals.sorted(by: { ($0.made, $0.title, $0.id.description) < ($1.made, $1.title, $1.id.description) }
        ) {
            // An imported file can say that two led to one another: then the walk back ends where it began.
            var (first, seen) = (goal, Set([goal.id]))
            while let source = first.source, let before = goalBefore[source.id], seen.insert(before.id).inserted {
                first = before
            }
            // The goals of one reflection are one chain.
            let key = first.source.map { source in firsts[source.id, default: first.id] } ?? first.id
            if let source = first.source { firsts[source.id] = key }
            if members[key] == nil { order.append(key) }
            members[key, default: []].append(goal)
        }
        return order.compactMap { members[$0] }.map(Chain.init(goals:))
            .sorted { ($0.lastMoved, $1.title) > ($1.lastMoved, $0.title) }
    }

    private init(goals: [Goal]) {
        var cycles: [Goal.Cycle] = []
        for cycle in goals.flatMap({ [$0.source].compactMap { $0 } + $0.next }) where !cycles.contains(cycle) {
            cycles.append(cycle)
        }
        self.cycles = cycles.sorted {
            ($0.begun, $0.title, $0.id.description) < ($1.begun, $1.title, $1.id.description)
        }
        self.goals = goals
        title = goals.first?.source?.title ?? goals.first?.title ?? ""
    }
}
