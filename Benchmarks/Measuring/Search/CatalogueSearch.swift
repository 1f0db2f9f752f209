import Foundation
package import Opportunities

/// The classes that need more than words, answered by the catalogue as a page's search is.
package struct CatalogueSearch {
    /// Seconds until the first answer after a start.
    package let starting: Double

    private let catalogue: Catalogue
    private let taxonomy: Taxonomy

    package init(_ corpus: CorpusFolder, taxonomy: Taxonomy) throws {
        catalogue = corpus.catalogue
        self.taxonomy = taxonomy
        let clock = ContinuousClock()
        let began = clock.now
        _ = try catalogue.ranking(of: Search(), most: 20)
        starting = (clock.now - began) / .seconds(1)
    }

    /// Nil for the classes that words alone answer.
    package func rows(_ query: SearchQuery) throws -> [Int]? {
        guard query.around != nil || query.kind == .facets else { return nil }
        var search = Search()
        search.text = query.words.joined(separator: " ")
        search.isAsTyped = true
        search.cause = query.cause.flatMap(taxonomy.cause)
        search.wantsFacets = query.kind == .facets
        if let around = query.around {
            let coordinate = Coordinate(latitude: around.latitude, longitude: around.longitude)
            search.near = coordinate.map { Place.Match(Place(name: "Here", coordinate: $0)) }
            search.within = around.miles
        }
        return try catalogue.ranking(of: search, most: 20).numbers
    }
}
