/// A document that was found, with all that its score was made of.
package struct Hit: Sendable, Comparable {
    package let document: Int
    package internal(set) var score: Double
    package internal(set) var parts: Parts

    /// What the score is the sum of, but for `ideas` and `titled`.
    package struct Parts: Sendable, Equatable {
        /// What its words weigh, against a document that could not say more clearly what is wanted.
        package internal(set) var text: Double
        /// A bit for each idea it holds.
        package let ideas: UInt64
        /// A bit for each idea its title holds.
        package internal(set) var titled: UInt64
        /// For words that stand together, or as they were typed.
        package internal(set) var closeness: Double
        /// For speaking as the best do.
        package internal(set) var likeTheBest: Double
        package let bonus: Double
    }

    /// Less is worse; among equals, higher documents: so the same search has the same answer.
    package static func < (left: Hit, right: Hit) -> Bool {
        left.score != right.score ? left.score < right.score : left.document > right.document
    }
}

/// The best so many of what is offered.
struct BestHits {
    private let most: Int
    private var heap = Heap<Hit>()

    init(_ most: Int) {
        self.most = most
        heap.reserveCapacity(min(most, 1024))
    }

    /// What scores less is not among the best; nothing is below it until there are enough.
    private(set) var bound = -Double.infinity
    /// What scores just as much has to come before this document.
    private var last = Int.max

    /// Whether a document from this one on could be among the best with such a score.
    @inline(__always)
    func couldTake(_ score: Double, from document: Int) -> Bool {
        score > bound || (score == bound && document < last)
    }

    mutating func offer(_ hit: Hit) {
        if heap.count < most {
            heap.insert(hit)
        } else if let worst = heap.least, worst < hit {
            heap.replaceLeast(by: hit)
        }
        if heap.count == most, let worst = heap.least { (bound, last) = (worst.score, worst.document) }
    }

    func sorted() -> [Hit] { heap.inNoOrder.sorted(by: >) }
}
