import Foundation
import GRDB

/// How an advert stands in the tables.
struct KnownRow: Sendable {
    let number: Int
    let fingerprint: Data
    let organisation: String?
    let link: String?
    let isMissing: Bool
    let isWithdrawn: Bool

    var isFresh: Bool { !isMissing && !isWithdrawn }

    static func find(_ id: String, of source: String, in db: Database) throws -> KnownRow? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT number, fingerprint, organisation, link, missing_since IS NOT NULL, withdrawn IS NOT NULL
                FROM opportunity WHERE source = ? AND provider_id = ?
                """)
        return try Row.fetchOne(statement, arguments: [source, id]).map { row in
            KnownRow(
                number: row[0], fingerprint: row[1], organisation: row[2], link: row[3], isMissing: row[4],
                isWithdrawn: row[5])
        }
    }
}
