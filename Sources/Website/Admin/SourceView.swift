import Opportunities
import Storage

/// One source on the administrator's page.
struct SourceView {
    struct Figure {
        let name: String
        let value: String
    }
    struct Tally {
        let words: String
        let times: Int
    }
    struct Refused {
        let place: String
        let reason: String
    }
    let name: String
    let title: String
    let licence: String
    /// Why the last harvest came to nothing.
    let problem: String?
    /// Whether somebody has to decide; and what was decided, in words.
    let isHeld: Bool
    let decided: String?
    let figures: [Figure]
    let refusals: [Tally]
    let refused: [Refused]
    let hasRefused: Bool
    let defects: [Tally]
    let plot: Plot?
    let table: NumberTable?

    init(_ report: Catalogue.Report) {
        name = report.source.name
        title = report.source.title
        licence = report.source.licence
        problem = report.problem
        isHeld = report.held.map { $0.decision != .accepted } ?? false
        decided = report.held.flatMap { held in
            switch held.decision {
            case .waiting: nil
            case .refused: "You refused it. You will not be asked again about the same; you can still accept it."
            case .accepted: "You accepted it. The next harvest takes it in."
            }
        }
        figures = [
            Figure(name: "Last good harvest", value: report.lastGoodHarvest?.words ?? "never"),
            Figure(name: "Last change", value: report.lastChangeWords),
            Figure(name: "Items read", value: "\(report.read)"),
            Figure(name: "Live", value: "\(report.live)"),
            Figure(name: "Said to be over", value: "\(report.withdrawn)"),
            Figure(name: "Not confirmed since", value: "\(report.notConfirmed)"),
            Figure(name: "Without a place", value: "\(report.withoutPlace)"),
            Figure(name: "Without a date", value: "\(report.withoutDate)"),
            Figure(name: "Same title and organisation", value: "\(report.repeats)"),
            Figure(name: "Dead links", value: "\(report.deadLinks)"),
        ]
        refusals = report.refusals.map { Tally(words: $0.reason, times: $0.times) }
        refused = report.refused.prefix(20).map { Refused(place: $0.place, reason: $0.reason) }
        hasRefused = !refused.isEmpty
        defects = report.defects.map { Tally(words: $0.defect.words, times: $0.times) }
        plot = Self.plot(report)
        table = Self.table(report)
    }

    private static func plot(_ report: Catalogue.Report) -> Plot? {
        guard let first = report.days.first, let last = report.days.last else { return nil }
        let most = report.days.map(\.live).max() ?? 0
        return .days(
            "days-\(report.source.name)", title: "Confirmed opportunities, the last 90 days",
            description:
                "Confirmed opportunities a day: \(first.live) on \(first.day.words), \(last.live) on \(last.day.words), \(most) at most.",
            values: report.days.map(\.live), of: 90, last: last.day.words)
    }

    /// The days on which something changed: the others are as the one before.
    private static func table(_ report: Catalogue.Report) -> NumberTable? {
        guard !report.days.isEmpty else { return nil }
        let changed = report.days.enumerated().filter { place, day in
            guard place > 0 else { return true }
            let before = report.days[place - 1]
            return day.live != before.live || day.missing != before.missing
        }.map(\.element)
        return NumberTable(
            "table-\(report.source.name)", caption: "The days on which \(report.source.title) changed", first: "Day",
            columns: ["Confirmed", "Not confirmed"],
            rows: changed.map { ($0.day.words, ["\($0.live)", "\($0.missing)"]) })
    }
}
