import Questions
import Storage

extension DashboardPage {
    /// The steps in their order, as the queue names them, and whether a moderator has to act.
    static let steps: [(kind: Step.Kind, words: String, isOurs: Bool)] = [
        (.received, "To review", true), (.changesAsked, "Changes asked", false), (.withExpert, "With an expert", false),
        (.answered, "To release", true), (.approved, "About to be published", false),
    ]

    static func bySteps(_ dashboard: Dashboard) -> Plot {
        let rows = steps.map { step in
            let count = dashboard.count(at: step.kind)
            return Plot.Row(
                name: step.words, values: step.isOurs ? [count, 0] : [0, count], words: "\(count)")
        }
        return .bars(
            "by-steps", title: "What waits, by step",
            description: sentence("Open questions by step", rows), rows: rows, series: series)
    }

    static func byTopics(_ dashboard: Dashboard) -> Plot {
        let rows = dashboard.topics.map { topic in
            let ours = count(dashboard, topic, isOurs: true)
            let others = count(dashboard, topic, isOurs: false)
            return Plot.Row(name: topic.name, values: [ours, others], words: "\(ours + others)")
        }
        return .bars(
            "by-topics", title: "What waits, by topic",
            description: sentence("Open questions by topic", rows), rows: rows, series: series)
    }

    private static let series = ["for a moderator", "for others: the asker, an expert, the batch"]

    static func waiting(_ dashboard: Dashboard) -> NumberTable {
        let rows = dashboard.topics.map { topic in
            let counts = steps.map { dashboard.count(at: $0.kind, topic: topic.slug) }
            return (topic.name, (counts + [counts.reduce(0, +)]).map { "\($0)" })
        }
        let totals = steps.map { dashboard.count(at: $0.kind) }
        return NumberTable(
            "waiting", caption: "Open questions", first: "Topic", columns: steps.map(\.words) + ["All"],
            rows: rows + [("All", (totals + [totals.reduce(0, +)]).map { "\($0)" })])
    }

    private static func count(_ dashboard: Dashboard, _ topic: Topic, isOurs: Bool) -> Int {
        steps.filter { $0.isOurs == isOurs }.reduce(0) { $0 + dashboard.count(at: $1.kind, topic: topic.slug) }
    }

    /// A drawing in words: what it shows, then row by row.
    static func sentence(_ subject: String, _ rows: [Plot.Row]) -> String {
        subject + ": " + rows.map { "\($0.name) \($0.words)" }.joined(separator: ", ") + "."
    }
}
