import GRDB
import Storage
import TextSearch

/// What of an advert is compared.
struct AdvertTraits: Sendable {
    let number: Int
    let source: String
    let providerID: String
    let title: Set<String>
    /// Empty where none is named.
    let organisation: Set<String>
    let isRemote: Bool
    let places: [Spot]
    /// Words of its addresses and of the towns and regions around them, by their stems.
    let placeWords: Set<String>
    let time: Occasions
    /// Nil where it leads to no page of its own.
    let link: String?
    let text: Wording

    /// One of its places.
    struct Spot: Sendable {
        let coordinate: Coordinate?
        let code: OutwardCode?
        /// Capitals without spaces; nil where the address has none or only its first half.
        let postcode: String?
        /// The coordinate is the middle of the outward code, some miles from anything.
        let isOfCode: Bool
    }

    /// The days it states.
    struct Occasions: Sendable, Equatable {
        let first: Day?
        let last: Day?
        /// On which something begins.
        let days: Set<Day>
    }

    /// Nil where the advert is gone or withdrawn.
    init?(_ number: Int, places: Places, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT source, provider_id, title, organisation, description, link, remote, starts, ends
                FROM opportunity WHERE number = ? AND withdrawn IS NULL
                """)
        guard let row = try Row.fetchOne(statement, arguments: [number]) else { return nil }
        self.number = number
        source = row[0]
        providerID = row[1]
        title = AdvertWords.title(row[2])
        organisation = AdvertWords.organisation(row[3])
        text = Wording(row[4])
        link = (row[5] as String?).flatMap(OwnPage.of)
        isRemote = row[6]
        let whereabouts = try Whereabouts.all(of: [number], in: db)[number] ?? []
        self.places = whereabouts.map { Spot($0, places) }
        placeWords = Set(whereabouts.flatMap { Stem.all(in: "\($0.address) \($0.surroundings ?? "")") })
        let sessions = try db.cachedStatement(
            sql: "SELECT DISTINCT substr(starts, 1, 10) FROM session WHERE opportunity = ? ORDER BY 1 LIMIT 400")
        let days = try String.fetchAll(sessions, arguments: [number]).compactMap(Day.init)
        let first: Day? = row[7]
        time = Occasions(first: first, last: row[8], days: Set(days.isEmpty ? first.map { [$0] } ?? [] : days))
    }

    /// The same order wherever the adverts were harvested.
    static func isBefore(_ one: AdvertTraits, _ other: AdvertTraits) -> Bool {
        (one.source, one.providerID) < (other.source, other.providerID)
    }
}

extension AdvertTraits.Spot {
    init(_ whereabouts: Whereabouts, _ places: Places) {
        coordinate = whereabouts.coordinate
        code = OutwardCode.last(in: whereabouts.address)
        let written = whereabouts.address.uppercased().matches(of: /\b([A-Z]{1,2}\d[A-Z\d]?)\s?(\d[A-Z]{2})\b/).last
        postcode = written.map { "\($0.1)\($0.2)" }
        isOfCode = coordinate != nil && coordinate == code.flatMap(places.place(of:))?.coordinate
    }
}

/// A link without what differs from one board to the next.
enum OwnPage {
    /// Nil for what may be the page of many: one of its own has a long number in it.
    static func of(_ link: String) -> String? {
        guard link.contains(/\d{5}/) else { return nil }
        var plain = link.lowercased().replacing(/^https?:\/\/(www\.)?/, with: "")
        if plain.contains("utm_") { plain = plain.replacing(/utm_[^&]*&?/, with: "") }
        while let last = plain.last, "/?&#".contains(last) { plain.removeLast() }
        return plain
    }
}

/// A text as the runs of three words in it, which stay when a text is cut off or dressed up.
struct Wording: Sendable {
    let words: Int
    private let runs: Set<UInt64>

    init(_ text: String) {
        let all = Stem.words(in: text)
        words = all.count
        runs = Set(
            all.indices.dropLast(2).map { place in
                var hash = StableHash()
                for word in all[place..<place + 3] { hash.add(word) }
                return hash.value
            })
    }

    /// How much of the shorter stands in the longer, from 0 to 1; 0 where either has less than three words.
    func shared(with other: Wording) -> Double {
        let (shorter, longer) = runs.count <= other.runs.count ? (runs, other.runs) : (other.runs, runs)
        guard !shorter.isEmpty else { return 0 }
        return Double(shorter.count { longer.contains($0) }) / Double(shorter.count)
    }
}
