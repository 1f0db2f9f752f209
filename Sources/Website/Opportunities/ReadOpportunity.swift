import Hummingbird
import Members
import Opportunities
import Storage

/// `/opportunities/{id}`: everything that is known of one opportunity, and what is not.
struct ReadOpportunity: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/opportunities/:id") { request, context in
            guard let opportunity = try await site.catalogue.opportunity(try context.id()) else {
                throw HTTPError(.notFound)
            }
            let similar = try await site.catalogue.similar(to: opportunity.id)
            let card = try await site.catalogue.card(of: opportunity.id)
            var saved: Set<ID<Opportunity>> = []
            if let member = context.member {
                saved = try await site.catalogue.saved(among: [opportunity.id], of: member.id)
            }
            let page = OpportunityPage(
                opportunity, card: card, similar: similar, key: site.world.id(), isMember: context.member != nil,
                isSaved: !saved.isEmpty, hasCalendar: opportunity.hasDates(from: site.world.today))
            return try site.show(page, for: request, context)
        }
    }
}

struct OpportunityPage: Page {
    struct Fact {
        let name: String
        let values: [String]
    }
    struct SkillView {
        let text: String
    }
    struct CauseView {
        let label: String
        let href: String
        let isInferred: Bool
    }
    struct SimilarView {
        let id: String
        let title: String
        let organisation: String?
        let place: String
        let why: String
    }
    struct CopyView {
        let id: String
        let source: String
        let attribution: String
        let link: String?
    }
    struct ElsewhereView {
        let id: String
        let place: String
        let distance: String?
        let next: String?
        let source: String
    }
    static let template = "opportunities/opportunity"
    static let place: Section? = .opportunities
    let title: String
    let id: String
    /// So that pressing "Reflect on it" twice begins one reflection.
    let key: String
    let isMember: Bool
    let isSaved: Bool
    let hasCalendar: Bool
    /// This page, to come back to.
    let next: String
    let organisation: String?
    let paragraphs: [String]
    let facts: [Fact]
    let needs: [SkillView]
    let gains: [SkillView]
    let requirements: [String]
    let causes: [CauseView]
    /// The same opportunity on other sources.
    let hasCopies: Bool
    let copies: [CopyView]
    /// The same role at other places and times.
    let hasElsewhere: Bool
    let elsewhere: [ElsewhereView]
    let hasSimilar: Bool
    let similar: [SimilarView]
    let link: String?
    let isPaidResearch: Bool
    let status: String?
    let warning: String?
    let freshness: String
    let source: String
    let attribution: String

    init(
        _ opportunity: Opportunity, card: CardOfAdvert, similar: [Similar], key: ID<OpportunityPage>, isMember: Bool,
        isSaved: Bool,
        hasCalendar: Bool
    ) {
        title = opportunity.title
        id = opportunity.id.description
        self.key = key.description
        self.isMember = isMember
        self.isSaved = isSaved
        self.hasCalendar = hasCalendar
        next = "/opportunities/\(opportunity.id)"
        organisation = opportunity.organisation
        paragraphs = Paragraphs.of(opportunity.description)
        facts = Fact.all(of: opportunity)
        needs = opportunity.needs.map { SkillView(text: $0.text) }
        gains = opportunity.gains.map { SkillView(text: $0.text) }
        requirements = opportunity.requirements
        causes = opportunity.causes.map {
            CauseView(
                label: $0.label, href: Address.with([("cause", $0.id)], at: "/opportunities"), isInferred: $0.isInferred
            )
        }
        hasCopies = !card.copies.isEmpty
        copies = card.copies.map {
            CopyView(id: $0.id.description, source: $0.source, attribution: $0.attribution, link: $0.link)
        }
        hasElsewhere = !card.elsewhere.isEmpty
        elsewhere = card.elsewhere.map {
            ElsewhereView(
                id: $0.id.description, place: $0.place, distance: $0.miles.map(Distance.words), next: $0.next?.words,
                source: $0.source)
        }
        hasSimilar = !similar.isEmpty
        self.similar = similar.map {
            SimilarView(
                id: $0.id.description, title: $0.title, organisation: $0.organisation, place: $0.place, why: $0.why)
        }
        link = opportunity.link
        isPaidResearch = opportunity.isPaidResearch
        status = opportunity.status?.sentence
        let state = opportunity.freshness
        warning =
            state.withdrawn != nil || state.missingSince != nil || state.linkDeadSince != nil
            ? state.words.prefix(1).uppercased() + state.words.dropFirst() + "." : nil
        freshness = "First seen \(state.firstSeen.words), changed \(state.changed.words), \(state.words)"
        source = opportunity.source.title
        attribution = opportunity.source.attribution
    }
}

extension OpportunityPage.Fact {
    /// What a person wants to know before they apply. Where the advert is silent it is said so, in one line at the end:
    /// silence is not "no".
    static func all(of opportunity: Opportunity) -> [Self] {
        let (home, terms) = (opportunity.isRemote ? ["From home"] : [], opportunity.terms)
        let asked = [
            Self(name: "Where", values: home + opportunity.places(most: 6)),
            Self(name: "When", values: opportunity.times(most: 5)),
            Self(name: "How much time", values: opportunity.hours.map { [$0.said] } ?? []),
            Self(name: "Expenses", values: words(terms.paysExpenses, "paid", "not paid")),
            Self(name: "Criminal record check", values: words(terms.needsCheck, "needed", "not needed")),
            Self(name: "References", values: words(terms.needsReferences, "needed", "not needed")),
            Self(name: "Step-free", values: words(terms.isStepFree, "yes", "no")),
            Self(name: "Minimum age", values: terms.minimumAge.map { ["\($0)"] } ?? []),
        ]
        let silent = asked.filter(\.values.isEmpty).map { $0.name.lowercased() }
        return asked.filter { !$0.values.isEmpty }
            + (silent.isEmpty ? [] : [Self(name: "Not stated", values: [silent.joined(separator: ", ")])])
    }

    private static func words(_ stated: Bool?, _ yes: String, _ no: String) -> [String] {
        stated.map { [$0 ? yes : no] } ?? []
    }
}
