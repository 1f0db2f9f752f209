import Hummingbird
import Members
import Questions
import Storage

/// `/desk/history`: every decision of staff, as it was written down.
struct DecisionHistory: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<ModeratorContext>) {
        routes.get("/desk/history") { request, context in
            let names = try await site.directory.names()
            let rows = try await site.desk.history(for: context.person).map { entry in
                HistoryPage.Row(
                    when: When.words(entry.when), name: names[entry.person] ?? "A former member", act: entry.act,
                    note: entry.note,
                    question: entry.question.description)
            }
            return try site.show(HistoryPage(rows: rows), for: request, context)
        }
    }
}

enum When {
    /// A day or a month as it is kept, in words.
    static func words(_ kept: String) -> String {
        Day(kept)?.words ?? Day(kept + "-01")?.month.words ?? kept
    }
}

struct HistoryPage: Page {
    struct Row {
        let when: String
        let name: String
        let act: String
        let note: String
        let question: String
    }
    static let template = "desk/history"
    static let place: Section? = .desk
    let title = "History of decisions"
    let rows: [Row]
}
