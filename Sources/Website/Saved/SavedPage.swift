import Members
import Opportunities
import Storage

/// `/saved`.
struct SavedPage: Page {
    static let template = "saved/saved"
    static let place: Section? = .opportunities
    let title = "Saved"
    /// How much is new in the searches, which stand below; nil for nothing.
    let news: String?
    let hasListings: Bool
    let groups: [Group]
    let hasSearches: Bool
    let searches: [SearchRow]
    let mail: String?

    struct Group {
        let words: String
        let rows: [SavedRow]
    }

    init(_ shortlist: [SavedOpportunity], _ searches: [SavedSearch], today: Day, mail: String?) {
        let new = searches.reduce(0) { $0 + $1.alerts.count + $1.beyond }
        news =
            new == 0 ? nil : new == 1 ? "One thing is new in your searches" : "\(new) things are new in your searches"
        hasListings = !shortlist.isEmpty
        let rows = Dictionary(grouping: shortlist) { Heading($0.pursuit, today) }
        groups = Heading.allCases.compactMap { heading in
            rows[heading].map { Group(words: heading.rawValue, rows: $0.map { SavedRow($0, today: today) }) }
        }
        hasSearches = !searches.isEmpty
        self.searches = searches.map(SearchRow.init)
        self.mail = mail
    }

    /// What is said of mail about news; nil where no mail is sent.
    static func mail(_ site: Site, _ person: PersonID) async throws -> String? {
        guard site.sendsMail else { return nil }
        let isWanted = try await site.directory.mailWishes(of: person).savedSearches
        return isWanted
            ? "You get a mail when something new stands here, once a day at most."
            : "You get no mail about what is new here."
    }

    /// What needs a word from the member comes first.
    private enum Heading: String, CaseIterable {
        case asking = "Did you hear back?"
        case saved = "To look into"
        case applied = "Applied"
        case answered = "Answered"
        case unanswered = "No answer"
        case done = "Did it"
        case letGo = "Let go"

        init(_ pursuit: Pursuit, _ today: Day) {
            self =
                switch pursuit {
                case .saved: .saved
                case .applied: pursuit.daysWithoutAnswer(on: today) == nil ? .applied : .asking
                case .answered: .answered
                case .unanswered: .unanswered
                case .done: .done
                case .letGo: .letGo
                }
        }
    }
}

/// One line of the shortlist.
struct SavedRow {
    let id: String
    let title: String
    let organisation: String?
    let place: String
    let standing: String
    /// That it is over, or says something else now.
    let news: String?

    init(_ saved: SavedOpportunity, today: Day) {
        id = saved.id.description
        title = saved.keepsake.title
        organisation = saved.keepsake.organisation
        place = saved.keepsake[.place].first ?? "Place not stated"
        standing = saved.pursuit.words(today: today, saved: saved.saved)
        let changes = saved.changes.count
        news =
            saved.gone
            ?? (changes == 0 ? nil : changes == 1 ? "1 thing changed since" : "\(changes) things changed since")
    }
}

extension SavedOpportunity {
    /// What to say where it can no longer be taken up; nil while it can.
    var gone: String? {
        guard let now else { return "no longer known here" }
        return now.freshness.withdrawn != nil || now.freshness.missingSince != nil ? now.freshness.words : nil
    }
}

extension Pursuit {
    func words(today: Day, saved: Day) -> String {
        switch self {
        case .saved: "Saved \(saved.words)"
        case .applied(let day):
            daysWithoutAnswer(on: today).map { "Applied \($0) days ago, no answer?" } ?? "Applied \(day.words)"
        case .answered(let day): "Answered \(day.words)"
        case .unanswered(let day): "No answer by \(day.words)"
        case .done(let deed): "Did it \(deed.day.words), \(deed.hoursWords)"
        case .letGo(let day): "Let go \(day.words)"
        }
    }
}

/// A saved search with what is new in it.
struct SearchRow {
    let id: String
    let title: String
    let href: String
    let saved: String
    let hasAlerts: Bool
    let alerts: [AlertRow]
    /// How many more are new than are shown; nil for none.
    let beyond: String?

    init(_ search: SavedSearch) {
        id = search.id.description
        title = search.title
        href = ResultsView.link(search.parameters)
        saved = search.saved.words
        hasAlerts = !search.alerts.isEmpty
        alerts = search.alerts.map(AlertRow.init)
        beyond = search.beyond == 0 ? nil : "and \(search.beyond) more"
    }
}

struct AlertRow {
    let id: String
    let title: String
    let organisation: String?
    let reason: String
    let why: String
    let day: String

    init(_ alert: Alert) {
        id = alert.opportunity.description
        title = alert.title
        organisation = alert.organisation
        reason = alert.reason.words
        why = alert.why
        day = alert.day.words
    }
}
