import Hummingbird
import Members
import Opportunities

/// What a careful person reads before they trust the service.
struct About: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/about/anonymity") { request, context in try site.show(AnonymityPage(), for: request, context) }
        routes.get("/about/terms") { request, context in
            try site.show(TermsPage(contact: try await site.directory.settings().contact), for: request, context)
        }
        routes.get("/about/data") { request, context in
            let sources = try await site.catalogue.sources().map {
                DataPage.Source(name: $0.title, licence: $0.licence)
            }
            return try site.show(DataPage(sources: sources), for: request, context)
        }
    }
}

struct AnonymityPage: Page {
    static let template = "about/anonymity"
    let title = "About anonymity"
}

struct TermsPage: Page {
    static let template = "about/terms"
    let title = "Terms"
    let contact: String
}

struct DataPage: Page {
    struct Source {
        let name: String
        let licence: String
    }
    static let template = "about/data"
    let title = "Data and sources"
    let sources: [Source]
}
