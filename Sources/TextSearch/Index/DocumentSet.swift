/// A set of documents of one index, a bit for each: what a filter allows, or what a query matched.
package struct DocumentSet: Sendable, Equatable {
    /// Documents are 0..<capacity.
    package let capacity: Int
    private(set) var words: [UInt64]

    /// None of them.
    package init(capacity: Int) {
        self.capacity = capacity
        words = Array(repeating: 0, count: (capacity + 63) / 64)
    }

    /// Those of them that the sequence names; a number beyond the capacity is none of them.
    package init(capacity: Int, _ documents: some Sequence<Int>) {
        self.init(capacity: capacity)
        for document in documents { insert(document) }
    }

    /// The same from numbers as columns keep them: a sequence of another module's making costs 50 times as much.
    package init(capacity: Int, numbers: ArraySlice<UInt32>) {
        self.init(capacity: capacity)
        insert(numbers)
    }

    /// - Parameter words: nil for another number of them than such a set has.
    init?(capacity: Int, words: [UInt64]) {
        guard words.count == (capacity + 63) / 64 else { return nil }
        self.capacity = capacity
        self.words = words
    }

    package static func all(capacity: Int) -> DocumentSet {
        var set = DocumentSet(capacity: capacity)
        for word in set.words.indices { set.words[word] = .max }
        if capacity % 64 > 0 { set.words[set.words.count - 1] = (1 << UInt64(capacity % 64)) - 1 }
        return set
    }

    package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
    package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    package func contains(_ document: Int) -> Bool {
        document >= 0 && document < capacity && words[document >> 6] & (1 << UInt64(document & 63)) != 0
    }

    package mutating func insert(_ document: Int) {
        guard document >= 0, document < capacity else { return }
        words[document >> 6] |= 1 << UInt64(document & 63)
    }

    package mutating func insert(_ numbers: ArraySlice<UInt32>) {
        let capacity = capacity
        words.withUnsafeMutableBufferPointer { words in
            numbers.withUnsafeBufferPointer { numbers in
                for number in numbers where number < capacity { words[Int(number >> 6)] |= 1 << UInt64(number & 63) }
            }
        }
    }

    /// Sets of one index alone; what another's capacity has beyond this one's is left out.
    package mutating func formIntersection(_ other: DocumentSet) {
        for word in words.indices { words[word] &= word < other.words.count ? other.words[word] : 0 }
    }

    package mutating func formUnion(_ other: DocumentSet) {
        for word in words.indices.prefix(other.words.count) { words[word] |= other.words[word] }
    }

    package mutating func subtract(_ other: DocumentSet) {
        for word in words.indices.prefix(other.words.count) { words[word] &= ~other.words[word] }
    }

    /// In ascending order.
    package func forEach(_ body: (Int) -> Void) {
        for (place, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                body((place << 6) + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }
}

// How a search reads it: by whole words of 64 documents.
extension DocumentSet {
    @inline(__always)
    func bits(at word: Int) -> UInt64 { word < words.count ? words[word] : 0 }

    mutating func set(_ bits: UInt64, at word: Int) { if word < words.count { words[word] |= bits } }

    /// Both ends at multiples of 64.
    func count(from start: Int, to end: Int) -> Int {
        var count = 0
        for word in (start >> 6)..<min(end >> 6, max(words.count, start >> 6)) { count += words[word].nonzeroBitCount }
        return count
    }
}
