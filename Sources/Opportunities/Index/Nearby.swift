import TextSearch

/// What is around a point, and how far each of it is.
struct Nearby: Sendable {
    let documents: DocumentSet
    private let ranks: [UInt32]
    /// Miles to the nearest place of each document of the set, in its order.
    private let miles: [Double]

    /// - Parameter hits: a document as often as it has places there.
    init(capacity: Int, _ hits: [(document: UInt32, miles: Double)]) {
        var documents = DocumentSet(capacity: capacity)
        for hit in hits { documents.insert(Int(hit.document)) }
        let ranks = documents.ranks
        var miles = Array(repeating: Double.infinity, count: documents.count)
        for hit in hits {
            guard let rank = documents.rank(of: Int(hit.document), ranks) else { continue }
            miles[rank] = min(miles[rank], hit.miles)
        }
        self.documents = documents
        self.ranks = ranks
        self.miles = miles
    }

    /// To its nearest place there; nil where it has none.
    func miles(to document: Int) -> Double? { documents.rank(of: document, ranks).map { miles[$0] } }
}
