import LearningSpace
import Storage

/// Everything of one's own on one page, to be printed.
struct PackPage: Page {
    struct Part {
        let title: String
        let paragraphs: [String]
    }
    struct Item {
        let title: String
        let meta: String
        let parts: [Part]
        let files: String?
    }
    static let template = "space/pack"
    static let place: Section? = .space
    let title = "My learning space"
    let name: String
    let day: String
    let activities: [Item]
    let reflections: [Item]
    let goals: [Item]
    let hasActivities: Bool
    let hasReflections: Bool
    let hasGoals: Bool

    init(_ space: SpaceFile, name: String, today: Day) {
        (self.name, day) = (name, today.words)
        let names = Dictionary(space.files.map { ($0.number, $0.name) }, uniquingKeysWith: { first, _ in first })
        func files(_ numbers: [Int]) -> String? {
            let words = numbers.compactMap { names[$0] }
            return words.isEmpty ? nil : Spoken.words(words)
        }
        func part(_ title: String, _ words: String) -> Part? {
            words.isEmpty ? nil : Part(title: title, paragraphs: Paragraphs.of(words))
        }
        activities = space.activities.map { item in
            let days = item.first == item.last ? [item.first] : [item.first, item.last]
            let parts = [part("What it was about", item.about), part("What came of it", item.outcome)]
            let meta = [
                days.map(Self.day).joined(separator: " to "), item.kind,
                item.amount.isEmpty ? "" : "\(item.amount) \(item.unit)",
                item.provider, item.statedBy.map { "imported, as stated by \($0)" } ?? "",
                item.isEthics ? "ethics" : "",
                item.supports.isEmpty ? "" : "supports " + Spoken.words(item.supports),
            ]
            return Item(
                title: item.title, meta: meta.filter { !$0.isEmpty }.joined(separator: " · "),
                parts: parts.compactMap { $0 }, files: files(item.files ?? []))
        }
        reflections = space.reflections.map { item in
            let stages = ReflectionModel.all.first { $0.name == item.model }?.stages ?? []
            let written = stages.compactMap { stage in
                part(stage.title, item.stages.first { $0.stage == stage.name }?.words ?? "")
            }
            return Item(
                title: item.title, meta: "begun \(Self.day(item.begun)) · saved \(Self.day(item.saved))",
                parts: written + item.notes.compactMap { part("Later, \(Self.day($0.written))", $0.words) },
                files: files((item.files ?? []).map(\.file)))
        }
        goals = space.goals.map { item in
            Item(
                title: item.title,
                meta: "\(item.state) · \(item.closed.map(Self.day) ?? "comes back \(Self.day(item.due))")",
                parts: item.checkIns.compactMap { part("\(Self.day($0.written)), \($0.verdict)", $0.words) },
                files: files(item.files ?? []))
        }
        (hasActivities, hasReflections) = (!activities.isEmpty, !reflections.isEmpty)
        hasGoals = !goals.isEmpty
    }

    /// The day of a moment in a file, as a person writes it.
    private static func day(_ moment: String) -> String { Day(String(moment.prefix(10)))?.words ?? moment }
}
