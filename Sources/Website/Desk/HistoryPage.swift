import Questions
import Storage

struct HistoryPage: Page {
    struct Row {
        let when: String
        let name: String
        let act: String
        let note: String?
        let question: String
        /// Where more can be read; nil where nothing of it is left.
        let page: String?

        init(_ entry: HistoryEntry, names: [PersonID: String]) {
            when = When.words(entry.when)
            name = names[entry.person] ?? "A former member"
            act = entry.act
            note = entry.note.isEmpty ? nil : entry.note
            question = entry.question.description
            page = entry.place.map { $0 == .desk ? "/desk/\(entry.question)" : "/questions/\(entry.question)" }
        }
    }
    static let template = "desk/history"
    static let place: Section? = .desk
    let title = "History of decisions"
    let rows: [Row]
    let found: String
    let errors: Errors?
    let person: Field
    let act: Field
    let month: Field
    let question: Field
    let note: Field
    let isNarrowed: Bool
    /// nil where there is nothing to export.
    let export: String?
    let pages: Pages?

    /// - Parameter listing: nil where what was typed is wrong.
    init(
        _ listing: HistoryListing?, search: HistorySearch, people: [PersonID], months: [Month],
        _ names: [PersonID: String]
    ) {
        rows = (listing?.entries ?? []).map { Row($0, names: names) }
        let wrong = search.wrong.map { [$0] } ?? []
        errors = Errors(wrong)
        isNarrowed = search.isNarrowed
        found = Self.found(listing?.total ?? 0, isNarrowed: isNarrowed)
        export = rows.isEmpty ? nil : search.address("/desk/history.csv")
        pages = listing.flatMap { listing in
            Pages("Pages of the history", listing.page, of: listing.pages) { search.address("/desk/history", page: $0) }
        }
        func choice(_ value: String, _ words: String, _ chosen: String?) -> Choice {
            Choice(value: value, words: words, isChosen: value == chosen)
        }
        let filter = search.filter
        let named = people.map { ($0.description, names[$0] ?? "A former member") }.sorted {
            ($0.1, $0.0) < ($1.1, $1.0)
        }
        person = Field(
            name: "person", label: "Who", error: wrong.sentence(for: "person"),
            options: [Choice(value: "", words: "Anybody")]
                + named.map { choice($0.0, $0.1, filter.person?.description) })
        act = Field(
            name: "act", label: "What", error: wrong.sentence(for: "act"),
            options: [Choice(value: "", words: "Anything")]
                + HistoryFilter.acts.sorted().map { choice($0, $0, filter.act) })
        month = Field(
            name: "month", label: "When", error: wrong.sentence(for: "month"),
            options: [Choice(value: "", words: "At any time")]
                + months.map { choice($0.description, $0.words, filter.month?.description) })
        let typed = Dictionary(search.parameters, uniquingKeysWith: { first, _ in first })
        question = Field(
            name: "question", label: "Question", value: typed["question"], error: wrong.sentence(for: "question"))
        note = Field(name: "note", label: "Words in the note", value: typed["note"])
    }

    private static func found(_ total: Int, isNarrowed: Bool) -> String {
        switch (total, isNarrowed) {
        case (0, true): "No decision fits"
        case (0, false): "No decision was made yet"
        case (1, _): "One decision"
        default: "\(total) decisions, the latest first"
        }
    }
}
