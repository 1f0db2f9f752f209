extension DocumentSet {
    /// Those of which something is true: written by whole words, 8 times faster than one insertion after another.
    package init(capacity: Int, where holds: (Int) -> Bool) {
        self.init(capacity: capacity)
        for word in words.indices {
            var bits: UInt64 = 0
            let first = word << 6
            for place in 0..<min(64, capacity - first) where holds(first + place) { bits |= 1 << UInt64(place) }
            set(bits, at: word)
        }
    }

    /// How many are in both, without making a set of them: what a facet's value counts.
    package func count(with other: DocumentSet) -> Int {
        var count = 0
        for word in 0..<min(words.count, other.words.count) {
            count += (words[word] & other.words[word]).nonzeroBitCount
        }
        return count
    }

    package func intersection(_ other: DocumentSet) -> DocumentSet {
        var set = self
        set.formIntersection(other)
        return set
    }

    package func union(_ other: DocumentSet) -> DocumentSet {
        var set = self
        set.formUnion(other)
        return set
    }

    package func subtracting(_ other: DocumentSet) -> DocumentSet {
        var set = self
        set.subtract(other)
        return set
    }

    package var bytes: Int { words.count * 8 }
}
