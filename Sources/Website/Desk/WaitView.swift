import Questions
import Storage

/// How long questions stay at one step, as a drawing.
struct WaitView {
    let step: String
    /// nil where too few have passed the step to draw.
    let plot: Plot?
    let summary: String

    /// Spans of days, nearly doubling, so that hours of impatience and months of silence fit one drawing.
    private static let spans: [(words: String, days: ClosedRange<Int>)] = [
        ("same day", 0...0), ("1 day", 1...1), ("2–3 days", 2...3), ("4–7 days", 4...7), ("8–14 days", 8...14),
        ("15–30 days", 15...30), ("longer", 31...365),
    ]

    /// - Parameter most: where the axis must reach, so that the steps can be compared.
    init(_ waits: Waits, most: Int) {
        step = DashboardPage.steps.first { $0.kind == waits.step }?.words ?? waits.step.rawValue
        guard let median = waits.within(0.5), let ninth = waits.within(0.9) else {
            plot = nil
            summary = "Fewer than \(Waits.fewest) questions have passed this step: too few to draw."
            return
        }
        summary = "Half move on within \(Self.days(median)), nine in ten within \(Self.days(ninth))."
        let rows = Self.spans.map { span in
            let share = Self.percent(waits.count(in: span.days), of: waits.total)
            return Plot.Row(name: span.words, values: [share], words: "\(share) %")
        }
        plot = .bars(
            "wait-\(waits.step.rawValue.replacing(" ", with: "-"))", title: "How long questions stay: \(step)",
            description: DashboardPage.sentence("Share of \(waits.total) questions by days at this step", rows),
            rows: rows, beside: 96, most: most, unit: " %")
    }

    static func views(_ waits: [Waits]) -> [WaitView] {
        let shares = waits.flatMap { wait in spans.map { percent(wait.count(in: $0.days), of: wait.total) } }
        return waits.map { WaitView($0, most: shares.max() ?? 0) }
    }

    static func table(_ waits: [Waits]) -> NumberTable {
        let heads = waits.map { wait in
            DashboardPage.steps.first { $0.kind == wait.step }?.words ?? wait.step.rawValue
        }
        func cells(_ words: (Waits) -> String) -> [String] { waits.map { $0.days.isEmpty ? "–" : words($0) } }
        return NumberTable(
            "waits", caption: "Questions by days at a step", first: "Days", columns: heads,
            rows: spans.map { span in (span.words, cells { "\($0.count(in: span.days))" }) } + [
                ("All", cells { "\($0.total)" }),
                ("Half within", cells { $0.within(0.5).map(days) ?? "–" }),
                ("Nine in ten within", cells { $0.within(0.9).map(days) ?? "–" }),
            ])
    }

    private static func days(_ count: Int) -> String {
        switch count {
        case 0: "the day"
        case 1: "1 day"
        default: "\(count) days"
        }
    }

    private static func percent(_ part: Int, of whole: Int) -> Int {
        Int((Double(part) * 100 / Double(max(whole, 1))).rounded())
    }
}
