/// Which of very many words was meant by one that is not among them.
///
/// Two words are near when a few letters left out of each make them the same (symmetric delete, as in SymSpell). Only
/// the first seven letters are treated so: there are 29 ways at most to leave out two, and a near word shares one of
/// them, whatever its end. Each way is a number, a bucket of such numbers holds its words in four bytes each, and what
/// a bucket gives is measured: a number that two texts share costs time and nothing else.
package struct Speller: Sendable {
    let words: PackedWords
    /// Where each bucket's words begin in `entries`; one more than there are buckets.
    private let starts: [UInt32]
    private let entries: [UInt32]
    private let shift: UInt64
    /// Documents in the collection.
    private let documents: Int

    /// - Parameters:
    ///   - vocabulary: words in lower case, each once, with the number of documents that hold them. Those with a digit
    ///     and those of fewer than 3 letters are never meant by another, and are left out.
    ///   - documents: how many there are in all.
    ///   - atLeast: words in fewer documents are not meant either: in a large collection they are slips themselves.
    package init(
        _ vocabulary: some Sequence<(word: String, documents: Int)>, documents: Int, atLeast: Int = 1
    ) {
        self.documents = documents
        var words = PackedWords()
        for (word, documents) in vocabulary where documents >= atLeast && Self.isSpelt(word, from: 3) {
            words.append(word, documents)
        }
        var total = 0
        for word in 0..<words.count { words.opening(of: word).forEachDeletion { _ in total += 1 } }
        // About four entries a bucket.
        let bits = max(4, Int.bitWidth - (total / 4).leadingZeroBitCount)
        let shift = UInt64(64 - bits)
        var ends = [UInt32](repeating: 0, count: (1 << bits) + 1)
        for word in 0..<words.count {
            words.opening(of: word).forEachDeletion { ends[Self.bucket($0, shift)] += 1 }
        }
        for bucket in 1..<ends.count { ends[bucket] += ends[bucket - 1] }
        var entries = [UInt32](repeating: 0, count: total)
        // Filled from each bucket's end, so that its end becomes its start.
        for word in (0..<words.count).reversed() {
            words.opening(of: word).forEachDeletion { key in
                let bucket = Self.bucket(key, shift)
                ends[bucket] -= 1
                entries[Int(ends[bucket])] = UInt32(word)
            }
        }
        self.words = words
        self.entries = entries
        starts = ends
        self.shift = shift
    }

    /// A word that was meant.
    package struct Meant: Sendable, Equatable {
        package let word: String
        package let documents: Int
        /// How many slips make the one of the other.
        package let slips: Int
    }

    /// The closest word, where the one typed is unknown or nearly so; among equals one with the same first letter, then
    /// the one in most documents, then by alphabet.
    ///
    /// One slip is forgiven from 4 letters, two from 8: see `Spelling.slips(in:)`.
    /// - Parameter held: how many documents hold the typed word.
    package func nearest(to typed: String, heldBy held: Int) -> Meant? {
        let most = Spelling.slips(in: typed)
        guard most > 0, !isKnown(heldBy: held), Self.isSpelt(typed, from: 4) else { return nil }
        let letters = typed.unicodeScalars.map(\.value)
        var slips = Slips()
        var best: (order: (Int, Int, Int), word: Int)?
        for word in near(Opening(letters, slips: most)) {
            let documents = words.documents(of: word)
            guard documents >= held * Self.muchMoreFrequent else { continue }
            let candidate = words.letters(of: word)
            guard let distance = slips.between(letters, candidate, atMost: best?.order.0 ?? most), distance > 0
            else { continue }
            let order = (distance, candidate.first == letters.first ? 0 : 1, -documents)
            if let now = best,
                now.order < order || (now.order == order && words.text(of: now.word) < words.text(of: word))
            {
                continue
            }
            best = (order, word)
        }
        return best.map { Meant(word: words.text(of: $0.word), documents: -$0.order.2, slips: $0.order.0) }
    }

    /// A word in one or two documents of very many is taken for a slip, where one in ten times as many is close. Of
    /// 340 adverts two hold `donation`: there that means nothing, and it would become `nation`.
    func isKnown(heldBy held: Int) -> Bool { held > 2 || held * Self.many > documents }

    var bytes: Int { words.bytes + (starts.count + entries.count) * 4 }

    static let muchMoreFrequent = 10
    private static let many = 5_000

    /// Each word that shares a way of leaving letters out, once, in ascending order; and some that do not.
    private func near(_ opening: Opening) -> [Int] {
        var found: [UInt32] = []
        opening.forEachDeletion { key in
            let bucket = Self.bucket(key, shift)
            found += entries[Int(starts[bucket])..<Int(starts[bucket + 1])]
        }
        found.sort()
        var last: UInt32?
        return found.compactMap { word in
            defer { last = word }
            return word == last ? nil : Int(word)
        }
    }

    /// Letters alone, and enough of them to be misspelt.
    static func isSpelt(_ word: String, from letters: Int) -> Bool {
        let scalars = word.unicodeScalars
        return scalars.count >= letters && !scalars.contains { ("0"..."9").contains($0) }
    }

    /// Spreads the keys over the buckets: Fibonacci hashing.
    private static func bucket(_ key: UInt64, _ shift: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }
}
