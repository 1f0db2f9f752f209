import Foundation
import Opportunities
import Storage
import TextSearch

/// A page of results with the reason for each place.
struct ResultsView {
    struct Found {
        let id: String
        let title: String
        let titlePieces: Pieces
        let snippet: Pieces
        /// What the advert says one gains or needs; nil where it says nothing of what was looked for.
        let skill: Pieces?
        let organisation: String?
        /// All that have it, in words; nil where one has.
        let sources: String?
        let next: String?
        let place: String
        let distance: String?
        let isAlsoRemote: Bool
        let isPaidResearch: Bool
        let status: String?
        let freshness: String
        /// On the shortlist of whoever looks.
        let isSaved: Bool
        let why: [FactorView]
        /// How many more adverts the card stands for, in words; nil where it stands for one.
        let othersWords: String?
        let copies: [Copy]
        let others: [Other]
    }
    struct Copy {
        let id: String
        let source: String
    }
    struct Other {
        let id: String
        let place: String
        let distance: String?
        let next: String?
        let sources: String
    }
    struct Pieces {
        let pieces: [Piece]
    }
    struct Relaxation {
        let href: String
        let change: String
        let adds: Int
    }
    /// One word was taken for another that is spelt nearly the same.
    struct Correction {
        let words: String
        let typed: String
        let asTyped: String
    }
    let summary: String
    /// What to try where nothing was found.
    let nothing: String
    let corrected: Correction?
    /// Said where words in quotes stand together in no advert.
    let apart: String?
    /// The place that was understood, and others it could be.
    let near: String?
    let others: [Relaxation]
    let found: [Found]
    let facets: FacetsView?
    let leans: [FacetsView.Link]
    let hasRelaxations: Bool
    let relaxations: [Relaxation]
    let pages: Website.Pages?

    init(_ results: Results, saved: Set<ID<Opportunity>>) {
        let search = results.search
        let count = results.total == 1 ? "1 opportunity" : "\(results.total) opportunities"
        let total = results.isExact ? count : "About \(count)"
        summary =
            results.holdingEveryWord < results.total
            ? "\(total), \(results.holdingEveryWord == 0 ? "none" : "\(results.holdingEveryWord)") with every word"
            : total
        nothing =
            search.near == nil
            ? "Try other words, or fewer of them." : "Leave one thing out, or look further away."
        apart =
            results.isApart
            ? "Nothing has the words in quotes side by side, so this is what has them apart." : nil
        corrected = results.corrected.map {
            let parameters = search.parameters.merging(["spelling": "as-typed"]) { _, other in other }
            return Correction(words: $0, typed: search.text, asTyped: Self.link(parameters))
        }
        near = search.near.map { "Distances are from \($0.place.name)." }
        others = (search.near?.others ?? []).prefix(5).map { place in
            let parameters = search.parameters.merging(["near": place.name]) { _, other in other }
            return Relaxation(href: Self.link(parameters), change: place.name, adds: 0)
        }
        found = results.results.map { Found($0, isSaved: saved.contains($0.id)) }
        facets = FacetsView(results)
        leans = results.total > 1 ? FacetsView.Link.leans(of: search) : []
        relaxations = results.relaxations.map {
            Relaxation(href: Self.link($0.search.parameters), change: $0.change, adds: $0.adds)
        }
        hasRelaxations = !relaxations.isEmpty
        pages = Website.Pages("Pages of results", results.page, of: results.pages) { page in
            var other = search
            other.page = page
            return Self.link(other.parameters)
        }
    }

    /// Leads to the results themselves: before them stands a form of eighteen boxes, some screens long on a phone.
    static func link(_ parameters: [String: String]) -> String { address(parameters) + "#found" }

    static func address(_ parameters: [String: String]) -> String {
        Address.with(parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, at: "/opportunities")
    }
}

extension ResultsView.Found {
    init(_ found: Results.Found, isSaved: Bool) {
        self.isSaved = isSaved
        id = found.id.description
        title = found.title
        titlePieces = ResultsView.Pieces(pieces: found.titlePieces)
        snippet = ResultsView.Pieces(pieces: found.snippet)
        skill = found.skillLine.isEmpty ? nil : ResultsView.Pieces(pieces: found.skillLine)
        organisation = found.organisation
        sources = found.sources.count > 1 ? found.sources.joined(separator: ", ") : nil
        next = found.next?.words
        place = found.place
        distance = found.distanceMiles.map(Distance.words)
        // "From home" says it already.
        isAlsoRemote = found.remote && found.place != "From home"
        isPaidResearch = found.isPaidResearch
        status = found.status?.words
        freshness = found.freshness.words
        let most = found.why.map { abs($0.value) }.max() ?? 1
        why = found.why.map { FactorView($0, of: most) }
        othersWords = Self.words(copies: found.copies.count, others: found.others.count)
        copies = found.copies.map { ResultsView.Copy(id: $0.id.description, source: $0.source) }
        others = found.others.map {
            ResultsView.Other(
                id: $0.id.description, place: $0.place, distance: $0.distanceMiles.map(Distance.words),
                next: $0.next?.words, sources: $0.sources.joined(separator: ", "))
        }
    }
}

extension ResultsView.Found {
    private static func words(copies: Int, others: Int) -> String? {
        let more = others == 0 ? nil : others == 1 ? "One more with this title" : "\(others) more with this title"
        guard copies > 0 else { return more }
        let same = copies == 1 ? "One more advert for it" : "\(copies) more adverts for it"
        return [same, more?.replacing("One more", with: "one more")].compactMap(\.self).joined(separator: ", ")
    }
}

/// One reason for a place in the order, as `parts/why` shows it.
struct FactorView {
    let words: String
    let name: String
    /// 0 to 1, beside the weightiest reason.
    let value: String
    let percent: String
    /// What it adds to the score or takes from it, as `+2.4`; nil for what only says how the page was made.
    let points: String?

    init(_ factor: Factor, of most: Double) {
        let share = most > 0 ? max(0, factor.value) / most : 0
        words = factor.words
        name = factor.factor.rawValue
        value = String(format: "%.2f", share)
        percent = String(format: "%.0f", share * 100)
        let tenths = String(format: "%.1f", abs(factor.value))
        let sign = tenths == "0.0" ? "" : factor.value < 0 ? "−" : "+"
        points = factor.factor.isWeighed ? sign + tenths : nil
    }
}

extension Freshness {
    /// How far it can be trusted to be true today.
    var words: String {
        if let withdrawn { return "closed \(withdrawn.words)" }
        if let missingSince { return "probably closed: not seen since \(missingSince.words)" }
        if let linkDeadSince { return "probably closed: its link leads nowhere since \(linkDeadSince.words)" }
        return "confirmed \(confirmed.words)"
    }
}
