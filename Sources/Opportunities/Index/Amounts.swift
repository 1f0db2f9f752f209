import TextSearch

/// Who states a number, and who states at most each of the usual ones: kept, since every search counts them.
struct Amounts: Sendable {
    let stated: DocumentSet
    private let limits: [Float]
    private let sets: [DocumentSet]

    /// - Parameter values: by document, below 0 where none is stated.
    init(_ values: [Float], limits: [Int]) {
        stated = DocumentSet(capacity: values.count) { values[$0] >= 0 }
        self.limits = limits.map(Float.init)
        sets = self.limits.map { limit in
            DocumentSet(capacity: values.count) { values[$0] >= 0 && values[$0] <= limit }
        }
    }

    /// Who states at most this; nil where it is none of the usual ones.
    func atMost(_ limit: Float) -> DocumentSet? { limits.firstIndex(of: limit).map { sets[$0] } }

    var bytes: Int { stated.bytes * (1 + sets.count) }
}
