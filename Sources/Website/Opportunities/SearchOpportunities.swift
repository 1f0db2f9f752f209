import HTTPTypes
import Hummingbird
import Members
import Opportunities
import Storage

/// `/opportunities`: the four questions, and what answers them.
struct SearchOpportunities: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/opportunities", use: search)
    }

    @Sendable private func search(_ request: Request, _ context: FrontContext) async throws -> Response {
        let form = try request.query
        let causes = try await site.catalogue.causes()
        let finder = { (wrong: [Invalid]) in FinderForm(form, causes: causes, wrong: wrong) }
        do {
            let search = try Search(form.first, places: site.catalogue.places, taxonomy: site.catalogue.taxonomy)
            let results = try await site.catalogue.search(search)
            let found = results.results.map(\.id)
            let saved =
                if let member = context.member {
                    try await site.catalogue.saved(among: found, of: member.id)
                } else { Set<ID<Opportunity>>() }
            return try site.show(
                OpportunitiesPage(
                    finder: finder([]), results: ResultsView(results, saved: saved),
                    keeping: context.member.map { _ in Keeping(search) }), for: request, context)
        } catch let invalid as InvalidFields {
            let page = OpportunitiesPage(
                finder: finder(invalid.all), results: nil, meant: MeantPlace(form, invalid, site.catalogue.places),
                keeping: nil)
            return try site.show(page, to: context.member, status: .badRequest)
        }
    }
}

struct OpportunitiesPage: Page {
    static let template = "opportunities/search"
    static let place: Section? = .opportunities
    /// Begins with how many were found: whoever listens hears that first, as on a page that did not change otherwise.
    let title: String
    var errors: Errors? { finder.errors }
    let finder: FinderForm
    /// nil where the search could not be understood.
    let results: ResultsView?
    /// nil where the place is known, or like none that is.
    let meant: MeantPlace?
    /// nil where nobody is signed in.
    let keeping: Keeping?

    init(finder: FinderForm, results: ResultsView?, meant: MeantPlace? = nil, keeping: Keeping?) {
        title = (results.map { "\($0.summary) – " } ?? "") + "Find volunteering"
        self.finder = finder
        self.results = results
        self.meant = meant
        self.keeping = keeping
    }
}
