package import Opportunities

/// Looks for the search that takes longest: of a few, each is changed a little, and what became slower is kept.
package struct SlowestSearch {
    package struct Found: Sendable {
        package let search: Search
        /// The quickest of three, so that what the machine did beside it does not count.
        package let milliseconds: Double
    }
    /// The slowest first.
    package private(set) var found: [Found] = []
    /// How many were asked.
    package private(set) var asked = 0

    private let catalogue: Catalogue
    private let causes: [Cause]
    private let words: [String]
    private var chance: Chance

    private static let kept = 12

    /// - Parameters:
    ///   - words: of the corpus, the most frequent first.
    ///   - most: how many are asked.
    package init(
        _ catalogue: Catalogue, taxonomy: Taxonomy, words: [String], seed: UInt64, asking most: Int
    ) throws {
        self.catalogue = catalogue
        causes = taxonomy.causes
        self.words = words
        chance = Chance(seed: seed, number: 0, purpose: 6)
        let clock = ContinuousClock()
        while asked < most {
            var search = found.isEmpty || chance.happens(0.1) ? Search() : chance.one(of: found).search
            for _ in 0...chance.below(4) { change(&search) }
            try keep(search, clock)
        }
    }

    private mutating func keep(_ search: Search, _ clock: ContinuousClock) throws {
        asked += 1
        var quickest = Double.infinity
        for _ in 0..<3 {
            let start = clock.now
            _ = try catalogue.ranking(of: search, most: 20)
            quickest = min(quickest, (clock.now - start) / .milliseconds(1))
            // What is quick once is no slow search.
            if found.count == Self.kept, let last = found.last, quickest < last.milliseconds { return }
        }
        found.append(Found(search: search, milliseconds: quickest))
        found = Array(found.sorted { $0.milliseconds > $1.milliseconds }.prefix(Self.kept))
    }

    private mutating func change(_ search: inout Search) {
        switch chance.below(12) {
        case 0...5: search.text = changed(search.text)
        case 6: search.near = chance.happens(0.3) ? nil : somewhere()
        case 7: search.within = chance.one(of: [1, 5, 25, 100, 200])
        case 8: search.remote = chance.one(of: [nil, .only, .also, .inPerson])
        case 9: search.lean = chance.one(of: [nil, .nearer, .sooner, .words])
        case 10: search.cause = chance.happens(0.5) ? nil : chance.one(of: causes)
        default:
            search.wantsFacets.toggle()
            search.isAsTyped.toggle()
        }
    }

    /// Words, phrases, what is not wanted, and what is no word.
    private mutating func changed(_ text: String) -> String {
        var pieces = text.split(separator: " ").map(String.init)
        let word = chance.one(of: Array(words.prefix(chance.happens(0.7) ? 60 : words.count)))
        switch chance.below(9) {
        case 0: pieces = Array(pieces.dropFirst(chance.below(3)))
        case 1: pieces.append("\"\(word) \(chance.one(of: Array(words.prefix(40))))\"")
        case 2: pieces.append("-\(word)")
        case 3: pieces.append("-\"\(word) \(chance.one(of: Array(words.prefix(40))))\"")
        case 4: pieces.append(String(word.prefix(1 + chance.below(3))))
        case 5: pieces.append(String(word.reversed()))
        case 6: pieces.append(word + chance.one(of: Array(words.prefix(40))))
        default: pieces.append(word)
        }
        return pieces.suffix(Self.mostPieces).joined(separator: " ")
    }

    private static let mostPieces = 60

    /// Where most adverts are.
    private mutating func somewhere() -> Place.Match? {
        let cities = [("London", 51.5074, -0.1278), ("Birmingham", 52.4862, -1.8904), ("Leeds", 53.8008, -1.5491)]
        let (name, latitude, longitude) = chance.one(of: cities)
        return Coordinate(latitude: latitude, longitude: longitude).map {
            Place.Match(Place(name: name, coordinate: $0))
        }
    }
}
