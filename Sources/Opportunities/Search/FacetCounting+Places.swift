import TextSearch

extension FacetCounting {
    /// How far, where a place is asked for, and from home or not.
    var places: [Facet] {
        let found = documents.without(.place)
        var facets: [Facet] = []
        if let centre = search.near?.place.coordinate, search.remote != .only {
            let counts = counts(around: centre, in: found, withRemote: search.remote == .also)
            let values = zip(Facets.miles, counts).map { miles, count in
                Facet.Value(
                    value: "\(miles)", words: "Within \(miles) miles", count: count, isChosen: search.within == miles)
            }
            facets.append(Facet(name: .within, values: values))
        }
        let choices: [(Search.Remote, String)] = [
            (.only, "From home"), (.also, "Near, or from home"), (.inPerson, "In person"),
        ]
        // "Near, or from home" says nothing without a place.
        let values = choices.filter { search.near != nil || $0.0 != .also }.map { choice, words in
            var other = search
            other.remote = choice
            let documents = Filter.place(other, snapshot)
            return Facet.Value(
                value: choice.rawValue, words: words, count: documents.map(found.count(with:)) ?? found.count,
                isChosen: search.remote == choice)
        }
        return facets + [Facet(name: .remote, values: values)]
    }

    /// For each of the distances.
    private func counts(around centre: Coordinate, in found: DocumentSet, withRemote: Bool) -> [Int] {
        let remote = snapshot.attributes.remote
        let base = withRemote ? found.count(with: remote) : 0
        let others = withRemote ? found.subtracting(remote) : found
        return Facets.miles.map { base + others.count(with: snapshot.grid.within(Double($0), of: centre).documents) }
    }
}
