/// Gives the tokens there are to the words that occur most.
///
/// Words come in the order of their letters, and nearly all of a large vocabulary occur equally seldom: of those just
/// frequent enough, only so many get one as leave enough for the more frequent words still to come.
struct TokensLeft {
    private let least: Int
    private var forTheLeast: Int

    /// - Parameter occurrences: of each word.
    init(_ occurrences: [Int]) {
        let most = Int(ForwardIndex.rareToken)
        guard occurrences.count > most else {
            least = 0
            forTheLeast = most
            return
        }
        least = occurrences.sorted(by: >)[most - 1]
        forTheLeast = most - occurrences.count { [least] in $0 > least }
    }

    /// Whether a word that occurs so often gets one.
    mutating func take(forWordOf occurrences: Int) -> Bool {
        guard occurrences == least else { return occurrences > least }
        forTheLeast -= 1
        return forTheLeast >= 0
    }
}
