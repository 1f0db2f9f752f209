import Testing

/// The measure itself, against figures known from tables.
struct BinomialTests {
    @Test func `the bound for ten thousand guesses among fifty is 246 at one in a thousand`() {
        #expect(Binomial.bound(trials: 10_000, chance: 0.02, level: 0.001) == 246)
    }

    @Test func `tails add up`() {
        #expect(Binomial.tail(atLeast: 0, of: 10, chance: 0.5) == 1)
        #expect(abs(Binomial.tail(atLeast: 8, of: 10, chance: 0.5) - 56.0 / 1_024) < 1e-9)
        #expect(Binomial.tail(atLeast: 11, of: 10, chance: 0.5) == 0)
    }

    @Test func `a comparison counts what one attacker gains and the other loses`() {
        let comparison = Comparison([true, true, true, false], beside: [true, false, false, true])
        #expect(comparison.hits == 3 && comparison.baseline == 2)
        #expect(abs(comparison.chance - 0.5) < 1e-9)
    }
}
