import TextSearch

/// The words of titles and organisations that tell one advert from another, by their stems.
enum AdvertWords {
    /// In a title that says no more than these, nothing is told apart.
    static let saysNothing = Set(
        Stem.all(
            in: """
                volunteer volunteers volunteering voluntary opportunity opportunities role roles position needed need
                wanted required require seeks seek please join help helping become our us we your you with for and or
                the a an of in at to on by as is are be from team new vacancy ltd limited cio cic plc
                """))

    /// What organisations add to their name or leave out.
    private static let formalities: Set<String> = [
        "ltd", "limited", "cio", "scio", "cic", "plc", "inc", "charity", "charitable", "registered", "the", "uk", "of",
        "and",
    ]

    static func title(_ title: String) -> Set<String> { Set(Stem.all(in: title)) }

    /// Without its form in law, what stands in brackets, and digits that cling to a word, as in `Ambulance1`.
    static func organisation(_ name: String?) -> Set<String> {
        guard let name else { return [] }
        let plain = name.utf8.contains(UInt8(ascii: "(")) ? name.replacing(inBrackets, with: " ") : name
        let words = Stem.words(in: plain).map { word in
            guard let last = word.last, last.isNumber, word.contains(where: \.isLetter) else { return word }
            return String(word.reversed().drop { $0.isNumber }.reversed())
        }
        return Set(words.filter { !formalities.contains($0) }.map(Stem.of))
    }

    // As in `Terms`: it holds no closures, and matching changes nothing in it.
    nonisolated(unsafe) private static let inBrackets = /\([^)]*\)/
}

/// A number that is the same for the same text in every process, unlike Swift's own.
///
/// FNV-1a, 64 bits: <http://www.isthe.com/chongo/tech/comp/fnv/>
struct StableHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        add(0x1F)
    }

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
