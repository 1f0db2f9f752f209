import Hummingbird
import LearningSpace
import Members
import Questions
import Storage

/// `/desk/dashboard`: what waits, how long things take, who holds how much, and what comes of it. It counts what stands at
/// the desk and what is public, and nothing about who asks.
struct ShowDashboard: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<ModeratorContext>) {
        routes.get("/desk/dashboard") { request, context in
            let page = DashboardPage(
                try await site.desk.dashboard(for: context.person), names: try await site.directory.names(),
                reports: try await site.waitingReports(),
                today: site.world.today)
            return try site.show(page, for: request, context)
        }
    }
}

/// The same numbers as a drawing, for who cannot see it or wants them exactly.
struct NumberTable {
    struct Column {
        let words: String
    }
    struct Cell {
        let words: String
    }
    struct Row {
        let name: String
        let cells: [Cell]
    }
    let name: String
    let caption: String
    let first: String
    let columns: [Column]
    let rows: [Row]

    init(_ name: String, caption: String, first: String, columns: [String], rows: [(String, [String])]) {
        self.name = name
        self.caption = caption
        self.first = first
        self.columns = columns.map(Column.init)
        self.rows = rows.map { row in
            Row(name: row.0, cells: row.1.map(Cell.init))
        }
    }
}

struct DashboardPage: Page {
    struct Figure {
        let value: String
        let name: String
        let link: String?
    }
    static let template = "desk/dashboard"
    static let place: Section? = .desk
    let title = "Dashboard"
    let figures: [Figure]
    let bySteps: Plot
    let byTopics: Plot
    let waiting: NumberTable
    let waits: [WaitView]
    let waitTable: NumberTable
    let load: Plot
    let loadTable: NumberTable
    let hasExperts: Bool
    let outcomes: Plot
    let outcomeTable: NumberTable

    init(_ dashboard: Dashboard, names: [PersonID: String], reports: Int, today: Day) {
        figures = Self.figures(dashboard, reports: reports, today: today)
        bySteps = Self.bySteps(dashboard)
        byTopics = Self.byTopics(dashboard)
        waiting = Self.waiting(dashboard)
        waits = WaitView.views(dashboard.waits)
        waitTable = WaitView.table(dashboard.waits)
        load = Self.load(dashboard, names)
        loadTable = Self.loadTable(dashboard, names)
        hasExperts = !dashboard.load.isEmpty
        outcomes = Self.outcomes(dashboard)
        outcomeTable = Self.outcomeTable(dashboard)
    }

    private static func figures(_ dashboard: Dashboard, reports: Int, today: Day) -> [Figure] {
        let forModerators = dashboard.count(at: .received) + dashboard.count(at: .answered)
        let longest = dashboard.oldest.map { today - $0 }
        return [
            Figure(
                value: "\(forModerators)", name: forModerators == 1 ? "waits for a moderator" : "wait for a moderator",
                link: "/desk"),
            Figure(
                value: longest.map { $0 == 1 ? "1 day" : "\($0) days" } ?? "–", name: "is the longest of these waits",
                link: nil),
            Figure(
                value: "\(dashboard.appeals)", name: dashboard.appeals == 1 ? "is an appeal" : "are appeals",
                link: nil),
            Figure(
                value: "\(reports)", name: reports == 1 ? "report to decide on" : "reports to decide on",
                link: "/desk/reports"),
        ]
    }
}
