import Foundation
import GRDB
import Storage
import TestSupport

@testable import Opportunities

/// Some thousand opportunities that nobody offers, the same in each run: each column says yes, no or nothing.
enum GeneratedCatalogue {
    static func make(_ count: Int) async throws -> SeededCatalogue {
        let seeded = try SeededCatalogue()
        try await seeded.catalogue.add(Source.seeds[0])
        try await fill(seeded.catalogue.database, count)
        return seeded
    }

    static func fill(_ file: DatabasePool, _ count: Int) async throws {
        try await file.write { db in
            var chance = Chance()
            for number in 1...count { try insert(number, &chance, db) }
        }
    }

    private static func insert(_ number: Int, _ chance: inout Chance, _ db: Database) throws {
        func maybe<Value>(_ values: [Value]) -> Value? {
            chance.below(3) == 0 ? nil : values[chance.below(values.count)]
        }
        func day(_ days: Int) -> String { Day(number: 20_779 + days).description }
        let starts: Int? = maybe(Array(-60...60))
        let ends = starts.flatMap { start in maybe([0, 3, 6, 7, 90]).map { start + $0 } }
        let hours: Double? = maybe([0.25, 0.5, 1, 2, 3.5, 8, 17])
        let id = withUnsafeBytes(of: UInt64(number).bigEndian) { Data($0) + Data($0) }
        let columns: [(any DatabaseValueConvertible)?] = [
            number * 3, id, "p\(number)", Data(repeating: 1, count: 32), "Helper \(chance.below(40))",
            maybe([chance.below(1 + chance.below(25))]).map { "Charity \($0)" }, chance.below(5) == 0,
            chance.below(50) == 0, starts.map(day),
            ends.map(day), hours, hours.map { $0 + 1 }, hours.map { "\($0) hours" }, maybe([true, false]),
            maybe([true, false]), maybe([true, false]), maybe([true, false]), maybe([14, 16, 18, 21]),
            Double(chance.below(100)) / 100, day(-90), day(-chance.below(60)), chance.below(20) == 0 ? day(-5) : nil,
            chance.below(10) == 0 ? day(-1) : nil,
        ]
        try db.execute(
            sql: """
                INSERT INTO opportunity (number, id, source, provider_id, fingerprint, title, organisation, description,
                    remote, paid_research, starts, ends, hours_least, hours_most, hours_said, pays_expenses,
                    needs_check, needs_references, step_free, minimum_age, quality, first_seen, changed, missing_since,
                    last_confirmed, withdrawn)
                VALUES (?1, ?2, 'doit', ?3, ?4, ?5, ?6, '', ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
                    ?19, ?20, ?21, ?22, ?22, ?23)
                """, arguments: StatementArguments(columns))
        try db.execute(
            sql: """
                INSERT INTO searchable (rowid, title) SELECT number, title FROM opportunity
                WHERE number = ? AND withdrawn IS NULL
                """, arguments: [number * 3])
        for position in 0..<chance.below(4) {
            // Crowded towns, and a few places anywhere on earth.
            let isAnywhere = chance.below(15) == 0
            let latitude = isAnywhere ? Double(chance.below(18_000)) / 100 - 89.995 : 51.0 + chance.share() * 4
            let longitude = isAnywhere ? Double(chance.below(36_000)) / 100 - 179.995 : -3.0 + chance.share() * 3
            try db.execute(
                sql: "INSERT INTO whereabouts VALUES (?, ?, '', NULL, ?, ?)",
                arguments: [number * 3, position, latitude, longitude])
        }
        for _ in 0..<chance.below(3) {
            try db.execute(
                sql: "INSERT OR IGNORE INTO slot VALUES (?, ?, ?)",
                arguments: [number * 3, chance.below(8), ["", "morning", "afternoon", "evening"][chance.below(4)]])
        }
        for _ in 0..<chance.below(3) {
            let cause = chance.below(60)
            try db.execute(
                sql: "INSERT OR IGNORE INTO cause VALUES (?, ?, ?, 0)",
                arguments: [number * 3, "c\(cause)", "Cause \(cause)"])
        }
        for position in 0..<chance.below(3) {
            try db.execute(
                sql: "INSERT INTO session VALUES (?, ?, ?, NULL)",
                arguments: [number * 3, position, "\(day(chance.below(120) - 60)) 10:00"])
        }
    }
}

/// The same chances in each run (SplitMix64).
struct Chance {
    private var state: UInt64 = 5

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
    mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
