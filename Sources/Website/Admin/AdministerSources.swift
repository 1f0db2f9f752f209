import Hummingbird
import Opportunities
import Storage

/// `/admin/sources`: what each provider sent, and what was wrong with it.
struct AdministerSources: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<AdministratorContext>) {
        routes.get("/admin/sources") { request, context in
            var reports: [SourcesPage.SourceView] = []
            for source in try await site.catalogue.sources() {
                if let report = try await site.catalogue.report(source.name) {
                    reports.append(SourcesPage.SourceView(report))
                }
            }
            return try site.show(SourcesPage(sources: reports), for: request, context)
        }
    }
}

struct SourcesPage: Page {
    struct Figure {
        let name: String
        let value: String
    }
    struct Tally {
        let words: String
        let times: Int
    }
    struct SourceView {
        let name: String
        let title: String
        let licence: String
        let figures: [Figure]
        let refusals: [Tally]
        let defects: [Tally]

        init(_ report: Catalogue.Report) {
            name = report.source.name
            title = report.source.title
            licence = report.source.licence
            figures = [
                Figure(name: "Last good harvest", value: report.lastGoodHarvest?.words ?? "never"),
                Figure(name: "Last change", value: report.lastChange?.words ?? "never"),
                Figure(name: "Items read", value: "\(report.read)"),
                Figure(name: "Live", value: "\(report.live)"),
                Figure(name: "Said to be over", value: "\(report.withdrawn)"),
                Figure(name: "Not confirmed since", value: "\(report.notConfirmed)"),
                Figure(name: "Without a place", value: "\(report.withoutPlace)"),
                Figure(name: "Without a date", value: "\(report.withoutDate)"),
            ]
            refusals = report.refusals.map { Tally(words: $0.reason, times: $0.times) }
            defects = report.defects.map { Tally(words: $0.defect.words, times: $0.times) }
        }
    }
    static let template = "admin/sources"
    static let place: Section? = .admin
    let title = "Sources"
    let sources: [SourceView]
}
