import Foundation

/// Chance that follows from a seed and a number, so that an advert is the same in a corpus of any size.
///
/// SplitMix64: <https://prng.di.unimi.it/splitmix64.c>.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64, number: Int, purpose: UInt64 = 0) {
        state = seed &+ UInt64(bitPattern: Int64(number)) &* 0xD1B5_4A32_D192_ED03 &+ purpose &* 0x8CB9_2BA7_2F3D_8DD7
        _ = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0 ..< 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
    mutating func happens(_ share: Double) -> Bool { unit() < share }

    /// 0 ..< count; 0 where there is nothing to choose from.
    mutating func below(_ count: Int) -> Int { count > 0 ? Int(next() % UInt64(count)) : 0 }

    /// 0 ..< count, the first ones more often: the higher the skew, the steeper.
    mutating func below(_ count: Int, skew: Double) -> Int {
        min(Int(Double(count) * pow(unit(), skew)), max(count - 1, 0))
    }

    mutating func one<Element>(of all: [Element]) -> Element { all[below(all.count)] }

    /// A draw from the normal distribution (Box and Muller's), 0 ± 1.
    mutating func normal() -> Double { (-2 * log(1 - unit())).squareRoot() * cos(2 * .pi * unit()) }
}
