import Foundation
import GRDB
package import Storage

/// A search that a member wants to hear of.
package struct SavedSearch: Sendable, Identifiable {
    package let id: ID<SavedSearch>
    /// What it asks, in words.
    package let title: String
    /// What says it again, for a link.
    package let parameters: [String: String]
    package let saved: Day
    /// The latest first.
    package let alerts: [Alert]
    /// Alerts beyond those that are kept.
    package let beyond: Int
}

/// Something that a saved search finds and did not find before.
package struct Alert: Sendable, Hashable {
    package let opportunity: ID<Opportunity>
    package let reason: Reason
    package let title: String
    package let organisation: String?
    /// Why the search finds it: "has “befriending”, in the title; 2.1 miles".
    package let why: String
    package let day: Day

    package enum Reason: Sendable, Hashable {
        case new
        /// The first of the dates that were added.
        case dateAdded(Day)
        /// It had been closed, or no longer seen.
        case reopened

        package var words: String {
            switch self {
            case .new: "New"
            case .dateAdded(let day): "Date added: \(day.words)"
            case .reopened: "Open again"
            }
        }
    }

    /// So many are kept of a search; beyond, the search itself is the better list.
    package static let mostKept = 50
    /// Days.
    static let keptFor = 60
}

extension Search {
    /// What of it is saved: neither a page nor what is shown beside the results.
    var lasting: [String: String] { parameters.filter { !["page", "limit", "facets"].contains($0.key) } }
}

/// A search's parameters in its column.
enum StoredQuery {
    static func text(_ parameters: [String: String]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(parameters), as: UTF8.self)
    }

    static func parameters(_ text: String) throws -> [String: String] {
        try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
    }
}

extension Alert {
    init?(_ row: Row) {
        let date: Day? = row["date"]
        switch (row["kind"] as String, date) {
        case ("new", _): reason = .new
        case ("date added", let day?): reason = .dateAdded(day)
        case ("reopened", _): reason = .reopened
        default: return nil
        }
        opportunity = row["opportunity"]
        title = row["title"]
        organisation = row["organisation"]
        why = row["why"]
        day = row["day"]
    }

    /// In the place of an earlier one about the same opportunity.
    func store(_ search: ID<SavedSearch>, _ db: Database) throws {
        let (kind, date): (String, Day?) =
            switch reason {
            case .new: ("new", nil)
            case .dateAdded(let day): ("date added", day)
            case .reopened: ("reopened", nil)
            }
        try db.execute(sql: "DELETE FROM alert WHERE search = ? AND opportunity = ?", arguments: [search, opportunity])
        try db.execute(
            sql: """
                INSERT INTO alert (search, opportunity, kind, date, title, organisation, why, day)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, arguments: [search, opportunity, kind, date, title, organisation, why, day])
    }
}
