import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Opportunities
import Storage
import TextSearch

/// `GET /api/opportunities`: the same search for programs. `Public/api/openapi.json` describes it.
struct OpportunityAPI: Sendable {
    let site: Site
    private let kept = KeptAnswers()

    init(site: Site) { self.site = site }

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/api/opportunities", use: search)
    }

    @Sendable private func search(_ request: Request, _ context: FrontContext) async throws -> Response {
        do {
            let edition = try await site.catalogue.edition()
            let question = request.uri.query ?? ""
            if let answer = kept.answer(to: question, from: edition) { return .json(answer) }
            let search = try Search(
                try request.query.first, places: site.catalogue.places, taxonomy: site.catalogue.taxonomy)
            let answer = try ByteBuffer.json(Answer(try await site.catalogue.search(search)))
            kept.keep(answer, to: question, from: edition)
            return .json(answer)
        } catch let invalid as InvalidFields {
            let first = invalid.all.first ?? Invalid("q", "The request could not be understood.")
            return try .json(Refused(error: .init(field: first.field, message: first.sentence)), .badRequest)
        } catch is HTTPError {
            let message = "The query could not be read: check its percent signs."
            return try .json(Refused(error: .init(field: "q", message: message)), .badRequest)
        }
    }
}

/// A parameter that cannot be used, and what would be right.
struct Refused: Encodable {
    struct Problem: Encodable {
        let field: String
        let message: String
    }
    let error: Problem
}

private struct Answer: Encodable {
    struct Item: Encodable {
        struct Reason: Encodable {
            let factor: String
            let value: Double
            let words: String
        }
        let id: String
        let title: String
        let organisation: String?
        let place: String
        let distanceMiles: Double?
        let remote: Bool
        let score: Double
        let why: [Reason]
        let url: String?
        let sources: [String]
        let next: String?
        let copies: [Copy]
        let others: [Other]
    }
    struct Copy: Encodable {
        let id: String
        let source: String
        let url: String?
    }
    struct Other: Encodable {
        let id: String
        let place: String
        let distanceMiles: Double?
        let next: String?
        let sources: [String]
    }
    struct Narrowing: Encodable {
        struct Value: Encodable {
            let value: String?
            let words: String
            let count: Int
            let chosen: Bool
        }
        let name: String
        let values: [Value]
    }
    struct Change: Encodable {
        let change: String
        let adds: Int
    }
    let total: Int
    let page: Int
    let results: [Item]
    let corrected: String?
    let facets: [Narrowing]
    let relaxations: [Change]

    init(_ results: Results) {
        total = results.total
        page = results.page
        self.results = results.results.map { found in
            Item(
                id: found.id.description, title: found.title, organisation: found.organisation, place: found.place,
                distanceMiles: found.distanceMiles, remote: found.remote, score: found.score,
                why: found.why.map { Item.Reason(factor: $0.factor.rawValue, value: $0.value, words: $0.words) },
                url: found.url, sources: found.sources, next: found.next?.description,
                copies: found.copies.map { Copy(id: $0.id.description, source: $0.source, url: $0.url) },
                others: found.others.map {
                    Other(
                        id: $0.id.description, place: $0.place, distanceMiles: $0.distanceMiles,
                        next: $0.next?.description, sources: $0.sources)
                })
        }
        corrected = results.corrected
        facets = results.facets.map { facet in
            Narrowing(
                name: facet.name.rawValue,
                values: facet.values.map {
                    .init(value: $0.value, words: $0.words, count: $0.count, chosen: $0.isChosen)
                })
        }
        relaxations = results.relaxations.map { Change(change: $0.change, adds: $0.adds) }
    }
}
