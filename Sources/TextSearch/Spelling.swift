/// Which of the words that are there was meant by one that is not.
package enum Spelling {
    /// How many slips are forgiven: one from 4 letters, two from 8; in a shorter word a slip makes another word.
    package static func slips(in word: String) -> Int {
        word.count < 4 ? 0 : word.count < 8 ? 1 : 2
    }

    /// The closest word; among equals one with the same first letter, then the one in most rows, then by alphabet.
    ///
    /// - Parameter vocabulary: words with the number of rows that hold them.
    package static func nearest(
        to typed: String, in vocabulary: some Sequence<(word: String, rows: Int)>
    ) -> String? {
        let letters = Array(typed)
        let most = slips(in: typed)
        guard most > 0 else { return nil }
        var best: (word: String, order: (Int, Int, Int))?
        for (word, rows) in vocabulary where word != typed {
            guard let distance = distance(letters, Array(word), atMost: most) else { continue }
            let order = (distance, word.first == letters.first ? 0 : 1, -rows)
            if let now = best, now.order < order || (now.order == order && now.word < word) { continue }
            best = (word, order)
        }
        return best?.word
    }

    /// Letters to add, drop, change or swap with their neighbour to make one word of the other; nil beyond `most`.
    ///
    /// The optimal string alignment distance.
    package static func distance(_ left: [Character], _ right: [Character], atMost most: Int) -> Int? {
        guard abs(left.count - right.count) <= most else { return nil }
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in 1...left.count {
            var current = [row] + last.dropFirst()
            for column in 1...right.count {
                let change = left[row - 1] == right[column - 1] ? 0 : 1
                current[column] = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + change)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    current[column] = min(current[column], beforeLast[column - 2] + 1)
                }
            }
            guard let least = current.min(), least <= most else { return nil }
            (beforeLast, last) = (last, current)
        }
        return last[right.count] <= most ? last[right.count] : nil
    }
}
