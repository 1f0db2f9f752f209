import Foundation
import GRDB
import Opportunities
import Storage

/// Writes made adverts into the tables of `opportunities.sqlite`, as a harvest would have left them.
///
/// With prepared statements and without syncing: a million adverts in minutes instead of hours. A corpus that a
/// power failure spoils is made again.
struct CorpusTables {
    static let source = "corpus"

    private let db: Database
    private let days: Days
    private var chance: Chance
    private let opportunity, whereabouts, session, slot, cause, line, searchable: Statement

    init(_ db: Database, today: Day, seed: UInt64) throws {
        self.db = db
        days = Days(today)
        chance = Chance(seed: seed, number: 0, purpose: 3)
        opportunity = try db.makeStatement(
            sql: """
                INSERT INTO opportunity (number, id, source, provider_id, fingerprint, title, organisation, description,
                    link, remote, paid_research, starts, ends, hours_least, hours_most, hours_said, pays_expenses,
                    needs_check, needs_references, step_free, minimum_age, quality, first_seen, changed, missing_since,
                    last_confirmed, withdrawn)
                VALUES (\(Array(repeating: "?", count: 27).joined(separator: ", ")))
                """)
        whereabouts = try db.makeStatement(
            sql: """
                INSERT INTO whereabouts (opportunity, position, address, surroundings, latitude, longitude)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
        session = try db.makeStatement(
            sql: "INSERT INTO session (opportunity, position, starts, ends) VALUES (?, ?, ?, ?)")
        slot = try db.makeStatement(sql: "INSERT INTO slot (opportunity, weekday, part) VALUES (?, ?, ?)")
        cause = try db.makeStatement(
            sql: "INSERT INTO cause (opportunity, cause, label, inferred) VALUES (?, ?, ?, ?)")
        line = try db.makeStatement(
            sql: "INSERT INTO line (opportunity, kind, position, text, boilerplate) VALUES (?, ?, ?, ?, 0)")
        searchable = try db.makeStatement(
            sql: """
                INSERT INTO searchable (rowid, title, organisation, gains, needs, causes, place, text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
    }

    /// - Parameter made: the advert's number in the corpus.
    /// - Returns: how many rows it took.
    mutating func insert(_ advert: MadeAdvert, as number: Int, made: Int) throws -> Int {
        try opportunity.execute(arguments: row(advert, number, made))
        for (position, place) in advert.places.enumerated() {
            try whereabouts.execute(arguments: [
                number, position, place.address, place.surroundings, place.latitude, place.longitude,
            ])
        }
        for (position, one) in advert.sessions.enumerated() {
            try session.execute(arguments: [
                number, position, days.time(one.firstDay, one.from), days.time(one.lastDay, one.to),
            ])
        }
        for one in advert.slots { try slot.execute(arguments: [number, one.weekday, one.part]) }
        for one in advert.causes {
            try cause.execute(arguments: [number, one.id, one.label, (number + one.label.count) % 10 < 7])
        }
        for (kind, lines) in [("gains", advert.gains), ("needs", advert.needs)] {
            for (position, text) in lines.enumerated() {
                try line.execute(arguments: [number, kind, position, text])
            }
        }
        if advert.withdrawn == nil { try index(advert, number) }
        return 2 + advert.places.count + advert.sessions.count + advert.slots.count + advert.causes.count
            + advert.gains.count + advert.needs.count
    }

    private mutating func row(_ advert: MadeAdvert, _ number: Int, _ made: Int) -> StatementArguments {
        let hours = advert.hours.map(Double.init)
        let own: [(any DatabaseValueConvertible)?] = [
            number, bytes(16), Self.source, String(made), bytes(32), advert.title, advert.organisation, advert.text,
            advert.hasLink ? "https://volunteering.example.org/\(made)" : nil, advert.isRemote, advert.isPaidResearch,
            advert.starts.map { days.day($0) }, advert.ends.map { days.day($0) }, hours, hours,
            advert.hours.map { "\($0) hours a week" },
        ]
        let terms: [(any DatabaseValueConvertible)?] = [
            advert.terms.paysExpenses, advert.terms.needsCheck, advert.terms.needsReferences, advert.terms.isStepFree,
            advert.terms.minimumAge,
        ]
        let trust: [(any DatabaseValueConvertible)?] = [
            advert.quality, days.day(-advert.firstSeen), days.day(-advert.changed),
            advert.missing.map { days.day(-$0) }, advert.missing.map { days.day(-$0 - 1) },
            advert.withdrawn.map { days.day(-$0) },
        ]
        return StatementArguments(own + terms + trust)
    }

    private func index(_ advert: MadeAdvert, _ number: Int) throws {
        let causes = advert.causes.flatMap { [$0.label] + $0.synonyms }.joined(separator: "\n")
        let places = Set(advert.places.map { "\($0.address) \($0.surroundings ?? "")" }).sorted()
        try searchable.execute(arguments: [
            number, advert.title, advert.organisation ?? "", advert.gains.joined(separator: "\n"),
            advert.needs.joined(separator: "\n"), causes, places.joined(separator: "\n"), advert.text,
        ])
    }

    private mutating func bytes(_ count: Int) -> Data {
        Data((0..<count / 8).flatMap { _ in withUnsafeBytes(of: chance.next().littleEndian, Array.init) })
    }

    /// Days as they are stored, each spelled once.
    private struct Days {
        private let spelled: [String]
        private static let first = -2_000

        init(_ today: Day) { spelled = (Self.first...8_000).map { (today + $0).description } }

        func day(_ fromToday: Int) -> String { spelled[min(max(fromToday - Self.first, 0), spelled.count - 1)] }
        func time(_ fromToday: Int, _ hour: Int) -> String {
            "\(day(fromToday)) \(hour < 10 ? "0" : "")\(min(hour, 23)):00"
        }
    }
}
