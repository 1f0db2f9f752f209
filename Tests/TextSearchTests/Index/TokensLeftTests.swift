import Testing

@testable import TextSearch

/// Words without a token of their own are slow to read and dear to keep, so no token may be wasted.
struct TokensLeftTests {
    @Test func `a small vocabulary has a token for every word`() {
        var left = TokensLeft([1, 1, 2])
        #expect([1, 1, 2].map { left.take(forWordOf: $0) } == [true, true, true])
    }

    @Test func `frequent words at the end of the alphabet have theirs, however many rare ones come first`() {
        let occurrences = Array(repeating: 2, count: 100_000) + Array(repeating: 9, count: 60_000)
        var left = TokensLeft(occurrences)
        let taken = occurrences.map { left.take(forWordOf: $0) }
        #expect(taken[100_000...].allSatisfy { $0 })
        #expect(taken.count { $0 } == Int(ForwardIndex.rareToken))
    }
}
