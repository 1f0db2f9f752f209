import GRDB
import Storage
import TextSearch

/// What of an advert is compared before its text is.
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
                SELECT source, provider_id, title, organisation, link, remote, starts, ends
                FROM opportunity WHERE number = ? AND withdrawn IS NULL
                """)
        guard let row = try Row.fetchOne(statement, arguments: [number]) else { return nil }
        self.number = number
        source = row[0]
        providerID = row[1]
        title = AdvertWords.title(row[2])
        organisation = AdvertWords.organisation(row[3])
        link = (row[4] as String?).flatMap(OwnPage.of)
        isRemote = row[5]
        let stands = try db.cachedStatement(
            sql: """
                SELECT address, surroundings, latitude, longitude FROM whereabouts WHERE opportunity = ? ORDER BY position
                """)
        let whereabouts = try Row.fetchAll(stands, arguments: [number])
        self.places = whereabouts.map { Spot($0, places) }
        placeWords = Set(whereabouts.flatMap { Stem.all(in: "\($0[0] as String) \($0[1] as String? ?? "")") })
        let sessions = try db.cachedStatement(
            sql: "SELECT DISTINCT substr(starts, 1, 10) FROM session WHERE opportunity = ? ORDER BY 1 LIMIT 400")
        let days = try String.fetchAll(sessions, arguments: [number]).compactMap(Day.init)
        let first: Day? = row[6]
        time = Occasions(first: first, last: row[7], days: Set(days.isEmpty ? first.map { [$0] } ?? [] : days))
    }

    /// The same order wherever the adverts were harvested.
    static func isBefore(_ one: AdvertTraits, _ other: AdvertTraits) -> Bool {
        (one.source, one.providerID) < (other.source, other.providerID)
    }
}

extension AdvertTraits.Spot {
    /// - Parameter row: address, surroundings, latitude, longitude.
    init(_ row: Row, _ places: Places) {
        let address: String = row[0]
        if let latitude: Double = row[2], let longitude: Double = row[3] {
            coordinate = Coordinate(latitude: latitude, longitude: longitude)
        } else {
            coordinate = nil
        }
        let written = OutwardCode.written(lastIn: address)
        code = written?.code
        postcode = written.flatMap { code, inward in inward.map { "\(code)\($0)" } }
        isOfCode = coordinate != nil && coordinate == code.flatMap(places.place(of:))?.coordinate
    }
}
