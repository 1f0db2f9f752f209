/// The first seven letters of a word, and every way to leave some of them out.
///
/// A letter is a byte of the number; letters that share their low byte make numbers that texts share, no more.
struct Opening: Sendable {
    private static let longest = 7

    private let key: UInt64
    private let count: Int
    private let slips: Int

    /// - Parameter slips: how many letters are left out at most, 1 or 2.
    init(_ letters: [UInt32], slips: Int) {
        count = min(letters.count, Self.longest)
        key = (0..<count).reduce(0) { $0 | UInt64(letters[$1] & 0xFF) << UInt64(8 * $1) }
        self.slips = slips
    }

    /// Some of them twice, where a letter is doubled.
    func forEachDeletion(_ body: (UInt64) -> Void) {
        body(key)
        for first in 0..<count {
            let once = Self.without(first, key)
            // Of two equal neighbours it makes no difference which is left out.
            if first > 0, Self.without(first - 1, key) == once { continue }
            body(once)
            guard slips > 1 else { continue }
            for second in first..<count - 1 { body(Self.without(second, once)) }
        }
    }

    private static func without(_ place: Int, _ key: UInt64) -> UInt64 {
        let below = (1 as UInt64) << UInt64(8 * place) - 1
        return key & below | (key >> 8) & ~below
    }
}
