import GRDB
import Storage
import TextSearch

extension Attributes {
    /// Reads every column in one pass over each table, in the order of the numbers.
    ///
    /// Texts become days in SQL: Foundation's parser takes microseconds for each.
    init(_ db: Database, today: Day) throws {
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM opportunity WHERE withdrawn IS NULL") ?? 0
        (numbers, minimumAges, leastHours, mostHours) = ([], [], [], [])
        (starts, ends, self.nexts, firstSeen, changed, missingSince) = ([], [], [], [], [], [])
        (qualities, organisations, repeats) = ([], [], [])
        numbers.reserveCapacity(count)
        let nexts = try Self.nextDays(db, today)
        var remote = DocumentSet(capacity: count)
        var paidResearch = DocumentSet(capacity: count)
        var answers = Array(repeating: Answers(capacity: count), count: 5)
        var names = Names()
        var cards = try CardColumn(db)
        let rows = try Row.fetchCursor(db, sql: Self.columns)
        while let row = try rows.next(), numbers.count < count {
            let document = numbers.count
            let number: Int = row[0]
            numbers.append(UInt32(clamping: number))
            if row[1] { remote.insert(document) }
            if row[2] { paidResearch.insert(document) }
            for place in answers.indices { answers[place].note(row[3 + place], of: document) }
            minimumAges.append(row[8] ?? Self.noAge)
            leastHours.append(row[9] ?? -1)
            mostHours.append(row[10] ?? -1)
            starts.append(row[11] ?? Self.noDay)
            ends.append(row[12] ?? Self.noDay)
            self.nexts.append(nexts[number] ?? row[11] ?? Self.noDay)
            firstSeen.append(row[13])
            changed.append(row[14])
            missingSince.append(row[15] ?? Self.noDay)
            qualities.append(row[16])
            let (organisation, title) = names.numbers(organisation: row[17], title: row[18])
            organisations.append(organisation)
            repeats.append(cards.key(of: number, titled: title) { names.another() })
        }
        weeklyHours = Self.amounts(ofHours: leastHours)
        ages = Self.amounts(ofAges: minimumAges)
        self.remote = remote
        self.paidResearch = paidResearch
        expenses = answers[0]
        checks = answers[1]
        references = answers[2]
        stepFree = answers[3]
        let documents = Walk(numbers)
        times = try Self.times(db, documents)
        causes = try CauseColumn(db, documents)
        // What states a time of the week and no dates goes on.
        oneOff = answers[4].withNo(times.stated.subtracting(answers[4].yes))
    }

    static func amounts(ofHours hours: [Float]) -> Amounts { Amounts(hours, limits: Facets.hours) }

    static func amounts(ofAges ages: [UInt8]) -> Amounts {
        Amounts(ages.map { $0 == noAge ? -1 : Float($0) }, limits: Facets.ages)
    }

    /// One-off is what lies within one week; ongoing what states any other date, or how many hours it takes.
    private static let columns = """
        SELECT number, remote, paid_research, pays_expenses, needs_check, needs_references, step_free,
            CASE WHEN unixepoch(ends) - unixepoch(starts) < 7 * 86400 THEN 1
                WHEN starts IS NOT NULL OR ends IS NOT NULL OR hours_least IS NOT NULL THEN 0 END,
            minimum_age, hours_least, hours_most, unixepoch(starts) / 86400, unixepoch(ends) / 86400,
            unixepoch(first_seen) / 86400, unixepoch(changed) / 86400, unixepoch(missing_since) / 86400,
            quality, organisation, title
        FROM opportunity WHERE withdrawn IS NULL ORDER BY number
        """

    /// The first day from today on for what has times, by number.
    private static func nextDays(_ db: Database, _ today: Day) throws -> [Int: Int32] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT opportunity, unixepoch(substr(min(starts), 1, 10)) / 86400 FROM session
                WHERE starts >= ? GROUP BY opportunity
                """, arguments: [today])
        var days: [Int: Int32] = [:]
        while let row = try rows.next() { days[row[0]] = row[1] }
        return days
    }

    private static func times(_ db: Database, _ documents: Walk) throws -> TimesOfWeek {
        var walk = documents
        var times = TimesOfWeek(capacity: documents.count)
        let rows = try Row.fetchCursor(db, sql: "SELECT opportunity, weekday, part FROM slot ORDER BY opportunity")
        while let row = try rows.next() {
            guard let document = walk.document(of: row[0]) else { continue }
            let part = PartOfDay(rawValue: row[2]).map(\.place) ?? 0
            times.note(weekday: row[1], part: part, of: document)
        }
        return times
    }
}

extension Grid {
    init(_ db: Database, _ documents: Walk) throws {
        var walk = documents
        var spots: [Spot] = []
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT opportunity, latitude, longitude FROM whereabouts WHERE latitude IS NOT NULL ORDER BY opportunity
                """)
        while let row = try rows.next() {
            guard let document = walk.document(of: row[0]),
                let coordinate = Coordinate(latitude: row[1], longitude: row[2])
            else { continue }
            spots.append(Spot(document: document, coordinate))
        }
        self.init(capacity: documents.count, spots)
    }
}

extension CauseColumn {
    /// In the order of their labels, so that what is counted is always counted in the same order.
    init(_ db: Database, _ documents: Walk) throws {
        // Told apart first, so that a few are sorted and not all.
        let named = try Row.fetchAll(
            db,
            sql: """
                SELECT cause, min(label) AS label FROM (SELECT DISTINCT cause, label FROM cause)
                GROUP BY cause ORDER BY label, cause
                """)
        let ids = named.map { $0["cause"] as String }
        let places = Dictionary(ids.enumerated().map { ($1, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
        var walk = documents
        var filed: [(document: UInt32, cause: UInt32)] = []
        let rows = try Row.fetchCursor(db, sql: "SELECT opportunity, cause FROM cause ORDER BY opportunity, cause")
        while let row = try rows.next() {
            guard let document = walk.document(of: row[0]), let cause = places[row[1]] else { continue }
            filed.append((UInt32(document), cause))
        }
        self.init(capacity: documents.count, ids: ids, labels: named.map { $0["label"] }, filed: filed)
    }
}
