import LearningSpace
import Storage

/// A line of the ledger of shares.
struct ShareRow {
    /// A stage of it, for withdrawing that one alone.
    struct StageRow {
        let name: String
        let words: String
        let until: String
    }
    let id: String
    let reflection: String
    let title: String
    let audience: String
    /// "Learn and Plan until 14 December 2026", by the days on which they end.
    let sees: String
    /// Empty where there is one: withdrawing it is withdrawing all.
    let stages: [StageRow]
    let hasStages: Bool
    let opened: String?
    let ending: String?

    init(_ share: Share, names: Names, today: Day) {
        id = share.id.description
        reflection = share.reflection.description
        title = share.title
        audience = share.audience.words(names)
        sees = Self.sees(share.stages)
        hasStages = share.stages.count > 1
        stages =
            hasStages
            ? share.stages.map { StageRow(name: $0.asks.name, words: $0.asks.title, until: $0.until.words) } : []
        opened =
            switch (share.audience, share.opened) {
            case (.everyMember, _), (.group, _): nil
            case (_, let day?): "first opened \(day.words)"
            case (_, nil): "not opened yet"
            }
        let left = share.until - today
        ending =
            left > Share.Draft.warningDays
            ? nil : left == 0 ? "ends today" : "ends in \(left == 1 ? "1 day" : "\(left) days")"
    }

    private static func sees(_ stages: [Share.Stage]) -> String {
        var days: [Day] = []
        for stage in stages where !days.contains(stage.until) { days.append(stage.until) }
        return days.sorted().map { day in
            Spoken.words(stages.filter { $0.until == day }.map(\.asks.title)) + " until \(day.words)"
        }.joined(separator: "; ")
    }
}

extension Share.Audience {
    func words(_ names: Names) -> String {
        switch self {
        case .everyMember: "every member"
        case .member(let person): names.people[person] ?? "a former member"
        case .group(let group): names.groups[group].map { "the group “\($0)”" } ?? "a group"
        case .link: "whoever has the link"
        }
    }
}

/// What people and the reader's own groups are called.
struct Names {
    let people: [PersonID: String]
    let groups: [ID<Group>: String]

    init(_ people: [PersonID: String], _ groups: [Group]) {
        self.people = people
        self.groups = Dictionary(groups.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
}

/// Things one after the other, as people list them: "a, b and c".
enum Spoken {
    static func words(_ things: [String]) -> String {
        guard let last = things.last, things.count > 1 else { return things.first ?? "" }
        return things.dropLast().joined(separator: ", ") + " and " + last
    }
}
