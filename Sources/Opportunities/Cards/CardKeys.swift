import GRDB
import Storage
import TextSearch

/// What adverts have to share before they are compared: one of a few numbers for each.
///
/// A title and a place; the opening of a text and a place, or that it has none; a title and the opening of a text,
/// wherever it is; a link.
/// Places are cells of about ten miles, looked up with the three beside them that are nearest, so that whatever lies
/// within five miles is found over a cell's edge.
struct CardKeys {
    /// Kept, so that others find it.
    let own: [Int64]
    /// Looked up to find others.
    let wanted: [Wanted]
    let sign: CardSign

    struct Wanted {
        let key: Int64
        let kind: Kind
    }

    enum Kind: String { case titleAndText, title, titleInCode, text, link, titleAlone }

    /// Words of a text that make its opening; a shorter text has none.
    private static let opening = 12

    /// Nil where the advert is gone or withdrawn.
    init?(_ number: Int, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT title, organisation, substr(description, 1, 200), link, address, surroundings, latitude, longitude,
                    source
                FROM opportunity LEFT JOIN whereabouts ON opportunity = number AND position = 0
                WHERE number = ? AND withdrawn IS NULL
                """)
        guard let row = try Row.fetchOne(statement, arguments: [number]) else { return nil }
        let organisation = AdvertWords.organisation(row[1])
        let titleWords = AdvertWords.title(row[0])
        let title = Self.core(titleWords, without: organisation)
        let words = Stem.words(in: row[2])
        let opening = words.count > Self.opening ? words.prefix(Self.opening).joined(separator: " ") : nil
        var own: [Int64] = []
        var wanted: [Wanted] = []
        func add(_ kind: Kind, _ parts: [String], at cells: [String] = [""]) {
            let keys = cells.map { Wanted(key: Self.key([kind.rawValue] + parts + [$0]), kind: kind) }
            own.append(keys[0].key)
            wanted += keys
        }
        var coordinate: Coordinate?
        if let opening { add(.titleAndText, [title, opening]) }
        if let latitude: Double = row[6], let longitude: Double = row[7] {
            coordinate = Coordinate(latitude: latitude, longitude: longitude)
            let cells = Self.cells(latitude, longitude)
            let address: String = row[4] ?? ""
            let place = Stem.all(in: "\(address) \(row[5] as String? ?? "")")
            let isPlaceInTitle = place.contains { titleWords.contains($0) }
            let core = isPlaceInTitle ? Self.core(titleWords, without: organisation.union(place)) : title
            add(.title, [core], at: cells)
            // Its middle may be ten miles from the place itself.
            if let code = OutwardCode.last(in: address) { add(.titleInCode, [core, code.description]) }
            if let opening { add(.text, [opening], at: cells) }
        } else if let opening {
            add(.text, [opening])
        }
        if let page = (row[3] as String?).flatMap(OwnPage.of) { add(.link, [page]) }
        if own.isEmpty { add(.titleAlone, [title]) }
        self.own = Array(Set(own)).sorted()
        self.wanted = wanted
        sign = CardSign(source: row[8], organisation: organisation, at: coordinate)
    }

    /// The words that tell, sorted; all of them where none would be left.
    private static func core(_ words: Set<String>, without known: Set<String>) -> String {
        let telling = words.subtracting(AdvertWords.saysNothing)
        let core = telling.subtracting(known)
        let kept = core.isEmpty ? telling.isEmpty ? words : telling : core
        return kept.sorted().joined(separator: " ")
    }

    /// Its own first.
    private static func cells(_ latitude: Double, _ longitude: Double) -> [String] {
        let (rows, columns) = (beside(latitude / 0.15), beside(longitude / 0.25))
        return rows.flatMap { row in columns.map { "\(row) \($0)" } }
    }

    private static func beside(_ place: Double) -> [Int] {
        let own = place.rounded(.down)
        return [Int(own), place - own < 0.5 ? Int(own) - 1 : Int(own) + 1]
    }

    private static func key(_ parts: [String]) -> Int64 {
        var hash = StableHash()
        for part in parts { hash.add(part) }
        return Int64(bitPattern: hash.value)
    }
}
