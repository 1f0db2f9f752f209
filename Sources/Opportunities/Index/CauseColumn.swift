import TextSearch

/// The causes of each document, and the documents of each cause: both ways round, in flat arrays.
///
/// A source may have any number of labels of its own, so no cause has a set of bits to itself.
struct CauseColumn: Sendable {
    let ids: [String]
    let labels: [String]
    private let indices: [String: Int]
    /// Where each document's causes begin in `causes`; one more than there are documents.
    private var starts: [UInt32]
    private var causes: [UInt32]
    private var causeStarts: [UInt32]
    private var documents: [UInt32]
    private let capacity: Int

    /// - Parameter filed: documents with the place of their cause in `ids`, in ascending order of documents.
    init(capacity: Int, ids: [String], labels: [String], filed: [(document: UInt32, cause: UInt32)]) {
        self.capacity = capacity
        self.ids = ids
        self.labels = labels
        indices = Self.indices(of: ids)
        starts = Array(repeating: 0, count: capacity + 1)
        causeStarts = Array(repeating: 0, count: ids.count + 1)
        causes = filed.map(\.cause)
        documents = Array(repeating: 0, count: filed.count)
        for pair in filed {
            starts[Int(pair.document) + 1] += 1
            causeStarts[Int(pair.cause) + 1] += 1
        }
        for document in 0..<capacity { starts[document + 1] += starts[document] }
        for cause in ids.indices { causeStarts[cause + 1] += causeStarts[cause] }
        var next = causeStarts
        for pair in filed {
            documents[Int(next[Int(pair.cause)])] = pair.document
            next[Int(pair.cause)] += 1
        }
    }

    init(_ reader: ArrayReader, capacity: Int) throws {
        self.capacity = capacity
        ids = try reader.texts()
        labels = try reader.texts()
        indices = Self.indices(of: ids)
        starts = try reader.array()
        causes = try reader.array()
        causeStarts = try reader.array()
        documents = try reader.array()
    }

    func write(to writer: ArrayWriter) throws {
        try writer.write(ids)
        try writer.write(labels)
        for column in [starts, causes, causeStarts, documents] { try writer.write(column) }
    }

    private static func indices(of ids: [String]) -> [String: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Places in `ids`.
    func causes(of document: Int) -> ArraySlice<UInt32> { causes[Int(starts[document])..<Int(starts[document + 1])] }

    /// None for a cause that nothing is filed under.
    func documents(under id: String) -> DocumentSet {
        guard let cause = indices[id] else { return DocumentSet(capacity: capacity) }
        return documents(under: cause)
    }

    func documents(under cause: Int) -> DocumentSet {
        DocumentSet(capacity: capacity, numbers: documents[Int(causeStarts[cause])..<Int(causeStarts[cause + 1])])
    }

    func count(under cause: Int) -> Int { Int(causeStarts[cause + 1] - causeStarts[cause]) }

    /// How many of the set are filed under each, by its place in `ids`; under none, last.
    func counts(in set: DocumentSet) -> [Int] {
        var counts = Array(repeating: 0, count: ids.count + 1)
        set.forEach { document in
            let range = Int(starts[document])..<Int(starts[document + 1])
            if range.isEmpty { counts[counts.count - 1] += 1 }
            for place in range { counts[Int(causes[place])] += 1 }
        }
        return counts
    }

    var bytes: Int { (starts.count + causes.count + causeStarts.count + documents.count) * 4 }
}
