import Opportunities

/// What narrows the results, as `opportunities/facets` shows it: each value a link with its number.
struct FacetsView {
    struct Group {
        let label: String
        let values: [Value]
    }
    struct Value {
        let words: String
        let count: Int
        /// Chooses it, or gives it up where it is chosen; nil for what cannot be chosen.
        let href: String?
        let isChosen: Bool
    }
    struct Link {
        let words: String
        let href: String
        let isChosen: Bool
    }
    let hasGroups: Bool
    let groups: [Group]
    /// What is chosen, each a link that gives it up.
    let chosen: [Link]
    /// Leaves out what is not stated, or brings it back.
    let stated: Link

    /// Nil where there is nothing to narrow.
    init?(_ results: Results) {
        let search = results.search
        groups = results.total > 1 ? results.facets.compactMap { Group($0, of: search) } : []
        hasGroups = !groups.isEmpty
        // How far is always some number of miles: there is nothing to give up.
        chosen = results.facets.filter { $0.name != .within }.flatMap { facet in
            facet.values.filter(\.isChosen).map { value in
                Link(words: value.words, href: search.address(facet.name.rawValue, nil), isChosen: true)
            }
        }
        stated = Link(
            words: search.isStatedOnly ? "Bring back what is not stated" : "Leave out what is not stated",
            href: search.address("stated", search.isStatedOnly ? nil : "only"), isChosen: search.isStatedOnly)
        guard hasGroups || !chosen.isEmpty else { return nil }
    }
}

extension FacetsView.Group {
    /// Nil where no value of it would leave anything.
    fileprivate init?(_ facet: Facet, of search: Search) {
        label = facet.name.label
        values = facet.values.filter { $0.count > 0 || $0.isChosen }.map { value in
            FacetsView.Value(
                words: value.words, count: value.count,
                href: value.value.map { search.address(facet.name.rawValue, value.isChosen ? nil : $0) },
                isChosen: value.isChosen)
        }
        guard values.contains(where: { $0.href != nil }) else { return nil }
    }
}

extension FacetsView.Link {
    /// What counts most; nearer only where it is known from where.
    static func leans(of search: Search) -> [Self] {
        let leans = Search.Lean.allCases.filter {
            ($0 != .nearer || search.near != nil) && ($0 != .words || !search.text.isEmpty)
        }
        let balance = Self(words: "A balance", href: search.address("lean", nil), isChosen: search.lean == nil)
        return [balance]
            + leans.map {
                Self(words: $0.words, href: search.address("lean", $0.rawValue), isChosen: search.lean == $0)
            }
    }
}

extension Search {
    /// The same search from its first page with one parameter changed, or without it.
    fileprivate func address(_ parameter: String, _ value: String?) -> String {
        var parameters = parameters
        parameters["page"] = nil
        parameters[parameter] = value
        return ResultsView.link(parameters)
    }
}

extension Search.Lean {
    var words: String {
        switch self {
        case .nearer: "Nearer"
        case .sooner: "Sooner"
        case .words: "Closer to my words"
        }
    }
}

extension Facet.Name {
    fileprivate var label: String {
        switch self {
        case .cause: "Cause"
        case .within: "How far"
        case .remote: "From home"
        case .hours: "Time it takes"
        case .day: "Day"
        case .slot: "Time of day"
        case .kind: "Ongoing or one-off"
        case .cost: "Expenses"
        case .checks: "Criminal record check"
        case .references: "References"
        case .access: "Access"
        case .age: "Minimum age"
        }
    }
}
