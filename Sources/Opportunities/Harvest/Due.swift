import Foundation
import GRDB
import Storage

extension Catalogue {
    /// So many days after a source stopped sending an advert it is no longer found. It stays readable by its link.
    static let longestMissing = 60

    /// The names of the sources whose turn it is: never harvested ones too.
    package func due() async throws -> [String] {
        let now = world.now().timeIntervalSince1970
        let rows = try await file.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT name, until FROM source LEFT JOIN turn ON turn.source = source.name
                    WHERE turn.until IS NULL OR turn.until <= ? ORDER BY coalesce(turn.until, 0), name
                    """, arguments: [now]
            ).map { (name: $0["name"] as String, until: $0["until"] as Double?) }
        }
        return rows.filter { confirmations.due($0.name, written: $0.until) <= now }.map(\.name)
    }

    /// Takes out of the index what has been missing for sixty days, as if its source had withdrawn it: half of all
    /// adverts live for no longer than 72.
    @discardableResult
    package func letGoOfTheLongMissing() async throws -> Int {
        let today = world.today
        let last = today + -Self.longestMissing
        let numbers = try await file.read { db in
            try Int.fetchAll(
                db,
                sql: """
                    SELECT number FROM opportunity WHERE source IN (SELECT name FROM source)
                        AND withdrawn IS NULL AND missing_since <= ? LIMIT 1000
                    """, arguments: [last])
        }
        guard !numbers.isEmpty else { return 0 }
        try await file.write { db in
            var indexed = IndexedTogether()
            for number in numbers {
                try db.execute(
                    sql: "UPDATE opportunity SET withdrawn = ? WHERE number = ? AND missing_since <= ?",
                    arguments: [today, number, last])
                if db.changesCount == 1 { indexed.remove(number) }
            }
            try indexed.write(in: db)
        }
        return numbers.count
    }
}
