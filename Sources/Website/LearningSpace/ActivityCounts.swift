import LearningSpace
import Storage

/// What a year's activities come to: by day, month, kind and responsibility. Each drawing has its table.
struct ActivityCounts {
    private let activities: [Activity]
    private let year: Int
    private let own: [Responsibility]
    private let reflected: [Day]
    /// The days of the year on which something went on.
    private let active: Set<Day>

    private static let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    init(_ activities: [Activity], year: Int, own: [Responsibility], reflected: [Day]) {
        self.activities = activities
        self.year = year
        self.own = own
        self.reflected = reflected.filter { $0.year == year }
        active = Self.days(of: activities, in: year)
    }

    /// A row for each month and a place for each of its days: full where there was an activity, open where a reflection
    /// was saved and nothing else was recorded.
    var calendar: Plot {
        var bars: [Plot.Bar] = []
        for (days, kind) in [(active, "full"), (Set(reflected).subtracting(active), "open")] {
            for day in days.sorted() {
                let (month, number) = Self.place(of: day)
                bars.append(
                    .init(
                        x: Plot.number(40 + Double(number - 1) * 10.2), y: Plot.number(Double(month - 1) * 17 + 5),
                        width: "7.4", height: "9", kind: kind))
            }
        }
        let words = Self.names.enumerated().map { index, name in
            Plot.Word(x: "32", y: Plot.number(Double(index) * 17 + 14), kind: "tick end", text: name)
        }
        let lines = (1...12).map { month in
            let y = Plot.number(Double(month) * 17 + 1)
            return Plot.Line(x1: "40", y1: y, x2: "356", y2: y)
        }
        return Plot(
            name: "calendar", title: "Days of \(year)",
            description:
                "\(active.count) days with an activity; reflections were saved on \(Set(reflected).count) days.",
            height: 210, lines: lines, bars: bars, words: words, series: ["an activity", "a reflection alone"])
    }

    var months: NumberTable {
        let endedThen = activities.filter { $0.draft.last.year == year }
        let ended = Dictionary(grouping: endedThen) { Self.place(of: $0.draft.last).0 }
        let (touched, saved) = (Self.byMonth(active), Self.byMonth(reflected))
        return NumberTable(
            "months-table", caption: "By month", first: "Month",
            columns: ["Activities that ended", "Hours", "Days with one", "Reflections saved"],
            rows: (1...12).map { month in
                let ended = ended[month] ?? []
                return (
                    Self.names[month - 1],
                    ["\(ended.count)", Self.hours(ended), "\(touched[month] ?? 0)", "\(saved[month] ?? 0)"]
                )
            })
    }

    var byKind: Plot {
        .bars(
            "by-kind", title: "Activities by kind", description: Self.sentence(kindCounts),
            rows: kindCounts.map { .init(name: $0.name, values: [$0.found.count], words: "\($0.found.count)") })
    }

    var kinds: NumberTable { Self.table("kinds-table", "By kind", "Kind", kindCounts) }

    var bySupport: Plot {
        .bars(
            "by-support", title: "Activities by key responsibility", description: Self.sentence(supportCounts),
            rows: supportCounts.map { .init(name: $0.name, values: [$0.found.count], words: "\($0.found.count)") })
    }

    var supports: NumberTable {
        Self.table("supports-table", "By key responsibility", "Responsibility", supportCounts)
    }

    private typealias Counts = [(name: String, found: [Activity])]

    private var kindCounts: Counts {
        Activity.Kind.allCases.map { kind in (name: kind.words, found: activities.filter { $0.draft.kind == kind }) }
            .filter { !$0.found.isEmpty }
    }

    /// Those without an activity too: what is missing is what one looks for.
    private var supportCounts: Counts {
        own.map { each in (name: each.name, found: activities.filter { $0.draft.responsibilities.contains(each.id) }) }
    }

    private static func days(of activities: [Activity], in year: Int) -> Set<Day> {
        let (first, last) = (Day("\(year)-01-01") ?? Day(number: 0), Day("\(year)-12-31") ?? Day(number: 0))
        return activities.reduce(into: []) { days, activity in
            let (begin, end) = (max(activity.draft.first, first), min(activity.draft.last, last))
            guard begin <= end else { return }
            for number in begin.number...end.number { days.insert(Day(number: number)) }
        }
    }

    private static func table(_ name: String, _ caption: String, _ first: String, _ counts: Counts) -> NumberTable {
        NumberTable(
            name, caption: caption, first: first, columns: ["Activities", "Hours"],
            rows: counts.map { ($0.name, ["\($0.found.count)", hours($0.found)]) })
    }

    private static func sentence(_ counts: Counts) -> String {
        counts.map { "\($0.name): \($0.found.count)" }.joined(separator: "; ") + "."
    }

    private static func hours(_ activities: [Activity]) -> String {
        let hundredths = activities.compactMap(\.draft.amount).filter { $0.unit == .hours }.map(\.hundredths)
        return hundredths.isEmpty ? "–" : Plot.number(Double(hundredths.reduce(0, +)) / 100)
    }

    /// Each day is taken apart once: a year can have a thousand.
    private static func byMonth(_ days: some Sequence<Day>) -> [Int: Int] {
        days.reduce(into: [:]) { counts, day in counts[place(of: day).0, default: 0] += 1 }
    }

    /// The month and the day of it.
    private static func place(of day: Day) -> (Int, Int) {
        let parts = day.description.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? (parts[1], parts[2]) : (1, 1)
    }
}
