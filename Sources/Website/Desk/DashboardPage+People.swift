import Questions
import Storage

extension DashboardPage {
    static func load(_ dashboard: Dashboard, _ names: [PersonID: String]) -> Plot {
        let rows = dashboard.load.map { load in
            Plot.Row(name: name(load, names), values: [load.toAnswer, load.toRelease], words: "\(load.total)")
        }
        return .bars(
            "load", title: "What each expert holds", description: sentence("Open questions by expert", rows),
            rows: rows, series: ["to answer", "answered, waiting for a moderator"])
    }

    static func loadTable(_ dashboard: Dashboard, _ names: [PersonID: String]) -> NumberTable {
        NumberTable(
            "load-table", caption: "Open questions by expert", first: "Expert",
            columns: ["To answer", "Waiting for a moderator", "All"],
            rows: dashboard.load.map { load in
                (name(load, names), ["\(load.toAnswer)", "\(load.toRelease)", "\(load.total)"])
            })
    }

    private static func name(_ load: Dashboard.Load, _ names: [PersonID: String]) -> String {
        names[load.expert] ?? "A former expert"
    }

    /// Months by their short names, with the year under each January, and under the first where there is room.
    static func outcomes(_ dashboard: Dashboard) -> Plot {
        let rows = dashboard.outcomes.enumerated().map { index, outcome in
            let month = outcome.month.description
            let isYearShown = month.hasSuffix("-01") || index == 0 && !month.hasSuffix("-12")
            return Plot.Row(
                name: outcome.month.words.prefix(3) + (isYearShown ? "\n" + month.prefix(4) : ""),
                values: [outcome.published, outcome.declined],
                words: "\(outcome.published) published and \(outcome.declined) declined")
        }
        let told = zip(dashboard.outcomes, rows).map {
            Plot.Row(name: $0.month.words, values: [], words: $1.words)
        }
        return .columns(
            "outcomes", title: "What came of questions, by month",
            description: sentence("Questions published and declined", told), rows: rows,
            series: ["published", "declined by a moderator"])
    }

    static func outcomeTable(_ dashboard: Dashboard) -> NumberTable {
        NumberTable(
            "outcome-table", caption: "Published and declined", first: "Month",
            columns: ["Published", "Declined by a moderator"],
            rows: dashboard.outcomes.reversed().map { ($0.month.words, ["\($0.published)", "\($0.declined)"]) })
    }
}
