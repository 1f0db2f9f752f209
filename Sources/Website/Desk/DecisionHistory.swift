import HTTPTypes
import Hummingbird
import Members
import Questions
import Storage

/// `/desk/history`: every decision of staff, as it was written down; narrowed, page by page, or as a file.
struct DecisionHistory: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<ModeratorContext>) {
        routes.get("/desk/history") { request, context in
            let query = try request.query
            let search = HistorySearch(query)
            let names = try await site.directory.names()
            let choices = try await site.desk.historyChoices(for: context.person)
            let listing =
                search.wrong == nil
                ? try await site.desk.history(
                    search.filter, for: context.person, page: Int(query["page"]) ?? 1) : nil
            let page = HistoryPage(listing, search: search, people: choices.people, months: choices.months, names)
            return try site.show(
                page, to: context.member, status: search.wrong == nil ? .ok : .unprocessableContent)
        }
        routes.get("/desk/history.csv") { request, context in
            let search = HistorySearch(try request.query)
            if let wrong = search.wrong { throw HTTPError(.badRequest, message: wrong.sentence) }
            let names = try await site.directory.names()
            let listing = try await site.desk.history(search.filter, for: context.person, page: nil)
            let lines = listing.entries.map { entry in
                [entry.when, names[entry.person] ?? "A former member", entry.act, entry.note, "\(entry.question)"]
            }
            return CSV.response([["When", "Who", "What", "Note", "Question"]] + lines, name: "history")
        }
    }
}

/// What the address says somebody looks for.
struct HistorySearch {
    let filter: HistoryFilter
    /// As in the address, in the form's order.
    let parameters: [(String, String)]
    let wrong: Invalid?

    private static let names = ["person", "act", "month", "question", "note"]

    init(_ query: Form) {
        let typed = Self.names.map { ($0, PlainText.cleaned(query[$0])) }
        let values = Dictionary(typed, uniquingKeysWith: { first, _ in first })
        func value(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }
        var filter = HistoryFilter()
        filter.person = value("person").flatMap(PersonID.init)
        filter.act = value("act").flatMap { HistoryFilter.acts.contains($0) ? $0 : nil }
        filter.month = value("month").flatMap { Day($0 + "-01")?.month }
        filter.question = value("question").flatMap(ID<Question>.init)
        filter.words = value("note").map { String($0.prefix(200)) }
        self.filter = filter
        parameters = typed
        wrong =
            if value("person") != nil && filter.person == nil {
                Invalid("person", "Choose somebody from the list.")
            } else if value("act") != nil && filter.act == nil {
                Invalid("act", "Choose an act from the list.")
            } else if value("month") != nil && filter.month == nil {
                Invalid("month", "Choose a month from the list.")
            } else if value("question") != nil && filter.question == nil {
                Invalid("question", "A question’s name has 26 letters and digits. Copy it from its address.")
            } else {
                nil
            }
    }

    var isNarrowed: Bool { parameters.contains { !$0.1.isEmpty } }

    func address(_ path: String, page: Int = 1) -> String {
        Address.with(parameters + (page > 1 ? [("page", "\(page)")] : []), at: path)
    }
}

enum When {
    /// A day or a month as it is kept, in words.
    static func words(_ kept: String) -> String {
        Day(kept)?.words ?? Day(kept + "-01")?.month.words ?? kept
    }
}
