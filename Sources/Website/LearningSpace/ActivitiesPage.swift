import LearningSpace
import Storage

/// A year's activities, listed, drawn and counted.
struct ActivitiesPage: Page {
    struct Year {
        let words: String
        let href: String
        let isShown: Bool
    }
    static let template = "space/activities"
    static let onPage = 20
    static let place: Section? = .space
    let title = "Activities"
    let year: String
    /// Empty where there is but one.
    let years: [Year]
    let rows: [ActivityRow]
    let hasRows: Bool
    let pages: Pages?
    let errors: Errors?
    let calendar: Plot?
    let months: NumberTable?
    let byKind: Plot?
    let kinds: NumberTable?
    let bySupport: Plot?
    let supports: NumberTable?
    /// Said where no activity of the year was about ethics; nil where one was.
    let ethics: String?
    let responsibilities: Field
    /// What was typed could not be kept.
    let isOpen: Bool

    init(
        _ activities: [Activity], year: Int, years: [Int], own: [Responsibility], reflected: [Day], form: Form,
        wrong: [Invalid]
    ) {
        let last = max(1, (activities.count + Self.onPage - 1) / Self.onPage)
        let page = min(max(1, Int(form["page"]) ?? 1), last)
        pages = Pages("Activities of \(year)", page, of: last) { "/space/activities?year=\(year)&page=\($0)" }
        let counts = ActivityCounts(activities, year: year, own: own, reflected: reflected)
        self.year = "\(year)"
        self.years =
            years.count < 2
            ? [] : years.map { Year(words: "\($0)", href: "/space/activities?year=\($0)", isShown: $0 == year) }
        rows = activities.dropFirst((page - 1) * Self.onPage).prefix(Self.onPage).map { ActivityRow($0, own) }
        hasRows = !rows.isEmpty
        errors = Errors(wrong)
        calendar = hasRows ? counts.calendar : nil
        months = hasRows ? counts.months : nil
        byKind = hasRows ? counts.byKind : nil
        kinds = hasRows ? counts.kinds : nil
        bySupport = hasRows && !own.isEmpty ? counts.bySupport : nil
        supports = hasRows && !own.isEmpty ? counts.supports : nil
        ethics =
            !hasRows || activities.contains(where: \.draft.isEthics)
            ? nil : "None of these is about ethics yet. Some bodies ask for one each year."
        isOpen = !wrong.isEmpty
        responsibilities = Field(
            name: "responsibilities", label: "Key responsibilities of your role",
            value: form.has("responsibilities")
                ? form["responsibilities"] : own.map(\.name).joined(separator: "\n"),
            hint:
                "One on each line. Some bodies ask for five to seven, with ethical behaviour among them. A line you take away goes from its activities.",
            error: wrong.sentence(for: "responsibilities"), rows: 7)
    }
}
