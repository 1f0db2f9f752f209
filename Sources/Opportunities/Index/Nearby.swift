import TextSearch

/// What is around a point, and how far each of it is.
struct Nearby: Sendable {
    let documents: DocumentSet
    private let ranks: [UInt32]
    /// Miles to the nearest place of each document of the set, in its order.
    private let miles: [Double]

    /// A document as often as it has places there, with the miles to each.
    struct Hits {
        var documents: [UInt32] = []
        var miles: [Double] = []
    }

    init(capacity: Int, _ hits: Hits) {
        let documents = DocumentSet(capacity: capacity, numbers: hits.documents[...])
        let ranks = documents.ranks
        var miles = Array(repeating: Double.infinity, count: documents.count)
        for (document, away) in zip(hits.documents, hits.miles) {
            guard let rank = documents.rank(of: Int(document), ranks) else { continue }
            miles[rank] = min(miles[rank], away)
        }
        self.documents = documents
        self.ranks = ranks
        self.miles = miles
    }

    /// Calls with each document and the miles to its nearest place.
    func forEach(_ body: (_ document: Int, _ miles: Double) -> Void) {
        var rank = 0
        documents.forEach { document in
            body(document, miles[rank])
            rank += 1
        }
    }

    /// To its nearest place there; nil where it has none.
    func miles(to document: Int) -> Double? { documents.rank(of: document, ranks).map { miles[$0] } }
}
