import HTTPTypes
import Hummingbird
import Opportunities
import Storage

/// `/admin/cards`: which adverts were taken for one opportunity and why, and what an administrator has parted.
struct AdministerCards: Sendable {
    let site: Site
    private static let size = 20

    func addRoutes(to routes: RouterGroup<AdministratorContext>) {
        routes.get("/admin/cards", use: show)
        routes.post("/admin/cards/:id/parting", use: part)
        routes.post("/admin/cards/:id/parting/delete", use: unpart)
    }

    @Sendable private func part(_ request: Request, _ context: AdministratorContext) async throws -> Response {
        guard try await site.catalogue.part(try context.id()) else { throw HTTPError(.notFound) }
        return .seeOther("/admin/cards", .saved)
    }

    @Sendable private func unpart(_ request: Request, _ context: AdministratorContext) async throws -> Response {
        guard try await site.catalogue.unpart(try context.id()) else { throw HTTPError(.notFound) }
        return .seeOther("/admin/cards", .saved)
    }

    @Sendable private func show(_ request: Request, _ context: AdministratorContext) async throws -> Response {
        let query = try request.query
        let (page, parting) = (Self.number(query["page"]), Self.number(query["parted"]))
        let joined = try await site.catalogue.joinedCards(page: page, size: Self.size)
        let parted = try await site.catalogue.partedCards(page: parting, size: Self.size)
        func address(_ page: Int, _ parting: Int) -> String {
            Address.with([("page", "\(page)"), ("parted", "\(parting)")], at: "/admin/cards")
        }
        let view = CardsPage(
            count: joined.count == 1 ? "1 card stands" : "\(joined.count) cards stand",
            cards: joined.cards.map(CardsPage.CardView.init),
            pages: Pages("Pages of cards", page, of: Self.pages(joined.count)) { address($0, parting) },
            hasParted: parted.count > 0, parted: parted.cards.map(CardsPage.PartedView.init),
            partedPages: Pages("Pages of parted adverts", parting, of: Self.pages(parted.count)) { address(page, $0) })
        return try site.show(view, for: request, context)
    }

    private static func pages(_ count: Int) -> Int { (count + size - 1) / size }

    /// The first page for whatever is no page.
    private static func number(_ text: String) -> Int {
        Int(text).flatMap { (1...1_000_000).contains($0) ? $0 : nil } ?? 1
    }
}

struct CardsPage: Page {
    struct CardView {
        let title: String
        let adverts: [AdvertView]

        init(_ card: JoinedCard) {
            title = card.adverts.first?.title ?? ""
            adverts = card.adverts.map(AdvertView.init)
        }
    }
    struct AdvertView {
        let id: String
        let title: String
        let organisation: String?
        let place: String
        let source: String
        let reason: String

        init(_ advert: JoinedCard.Advert) {
            id = advert.id.description
            title = advert.title
            organisation = advert.organisation
            place = advert.place
            source = advert.source
            reason = advert.reason
        }
    }
    struct PartedView {
        let id: String
        let title: String
        let source: String
        let from: [String]

        init(_ parted: PartedCard) {
            id = parted.id.description
            title = parted.title
            source = parted.source
            from = parted.from
        }
    }
    static let template = "admin/cards"
    static let place: Section? = .admin
    let title = "Cards"
    let count: String
    let cards: [CardView]
    let pages: Pages?
    let hasParted: Bool
    let parted: [PartedView]
    let partedPages: Pages?
}
