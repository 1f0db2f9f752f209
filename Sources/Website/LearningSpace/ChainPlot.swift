import Foundation
import LearningSpace
import Storage

/// Chains of reflections and goals over time, drawn by the server.
///
/// Each chain has a line of words and under it a bar for each goal, from the day it was made to the day it was closed or
/// comes back. An upright mark is a reflection.
struct ChainPlot {
    static let mostChains = 12
    static let mostGoals = 8
    private let first: Day
    private let last: Day
    private let today: Day
    private let chains: [Chain]

    init(_ chains: [Chain], today: Day) {
        let days = chains.flatMap { chain in
            chain.cycles.map(\.begun) + chain.goals.flatMap { [$0.made, $0.closed ?? max($0.due, today)] }
        }
        first = days.min() ?? today
        // A week at least, so that a chain of one day has a width.
        last = max(days.max() ?? today, today, first + 7)
        self.today = today
        self.chains = chains
    }

    var plot: Plot {
        var (top, bars, words) = (0.0, [Plot.Bar](), [Plot.Word]())
        for chain in chains {
            words.append(.init(x: "2", y: Plot.number(top + 15), kind: "label", text: Self.short(chain.title)))
            let goals = chain.goals.suffix(Self.mostGoals)
            for (row, goal) in goals.enumerated() { bars.append(bar(goal, y: top + 24 + Double(row) * 14)) }
            bars += chain.cycles.map { mark($0.begun, y: top + 22, height: Double(goals.count) * 14) }
            top += 34 + Double(goals.count) * 14
        }
        return Plot(
            name: "chains", title: "Chains of steps and reflections", description: description, height: top + 22,
            lines: [x(today)].map { .init(x1: $0, y1: "0", x2: $0, y2: Plot.number(top)) }, bars: bars,
            words: words + axis(at: top + 14), series: ["done", "open", "let go", "a reflection"])
    }

    static func table(_ chains: [Chain]) -> NumberTable {
        NumberTable(
            "chains-table", caption: "What each chain holds", first: "Begun with",
            columns: ["Reflections", "Done", "Open", "Let go", "Last moved"],
            rows: chains.map { chain in
                let count = Count(chain.goals)
                return (
                    chain.title,
                    [
                        "\(chain.cycles.count)", "\(count.done)", "\(count.open)", "\(count.gone)",
                        chain.lastMoved.words,
                    ]
                )
            })
    }

    private var description: String {
        let count = Count(chains.flatMap(\.goals))
        return "\(chains.count == 1 ? "One chain" : "\(chains.count) chains") from \(first.words) to \(last.words): "
            + "done \(count.done), open \(count.open), let go \(count.gone)."
    }

    private func bar(_ goal: Goal, y: Double) -> Plot.Bar {
        let start = place(goal.made)
        let end = place(goal.closed ?? max(goal.due, today))
        let kind =
            switch goal.state {
            case .done: "full"
            case .open: "open"
            case .letGo: "gone"
            }
        return .init(
            x: Plot.number(start), y: Plot.number(y), width: Plot.number(max(end - start, 4)), height: "8", kind: kind)
    }

    private func mark(_ day: Day, y: Double, height: Double) -> Plot.Bar {
        .init(
            x: Plot.number(place(day) - 1.5), y: Plot.number(y), width: "3", height: Plot.number(height), kind: "mark")
    }

    /// The first and the last month at the ends, and today where there is room between them.
    private func axis(at y: Double) -> [Plot.Word] {
        let y = Plot.number(y)
        let ends = [
            Plot.Word(x: "2", y: y, kind: "tick", text: first.month.words),
            Plot.Word(x: "358", y: y, kind: "tick end", text: last.month.words),
        ]
        guard (130...230).contains(place(today)) else { return ends }
        return ends + [Plot.Word(x: x(today), y: y, kind: "tick middle", text: "today")]
    }

    private func x(_ day: Day) -> String { Plot.number(place(day)) }
    private func place(_ day: Day) -> Double { 4 + Double(day - first) / Double(last - first) * (Plot.width - 12) }

    /// As much as a row is wide.
    private static func short(_ title: String) -> String {
        title.count <= 46 ? title : title.prefix(44).trimmingCharacters(in: .whitespaces) + "…"
    }

    private struct Count {
        let done: Int
        let open: Int
        let gone: Int

        init(_ goals: [Goal]) {
            open = goals.count { $0.state == .open }
            done = goals.count { if case .done = $0.state { true } else { false } }
            gone = goals.count - open - done
        }
    }
}
