import Foundation

/// Words that no advert of the seeds holds: real corpora never stop bringing names, slips and jargon.
///
/// Each rank has one word of four syllables, and ranks beside one another have words that begin differently.
enum CoinedWord {
    private static let consonants = Array("bdfghklmnprstvwz".utf8)
    private static let vowels = Array("aeio".utf8)
    /// Ranks below this are drawn again and again, those above once each.
    private static let drawn = 5_000_000.0

    /// As frequent as its rank is low: the n-th word 1/n as often as the first (Zipf).
    static func frequent(_ chance: inout Chance) -> [UInt8] { spelled(Int(pow(drawn, chance.unit())) - 1) }

    /// In one advert alone.
    static func fresh(in number: Int) -> [UInt8] { spelled(Int(drawn) + number) }

    /// - Parameter rank: below 2²⁴, after which the first come again.
    static func spelled(_ rank: Int) -> [UInt8] {
        let mixed = (rank &* 0x9E37_79B1) & 0xFF_FFFF
        return stride(from: 18, through: 0, by: -6).flatMap { shift in
            let syllable = mixed >> shift & 63
            return [consonants[syllable >> 2], vowels[syllable & 3]]
        }
    }
}
