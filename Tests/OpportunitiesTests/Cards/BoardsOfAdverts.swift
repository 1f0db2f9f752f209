import Foundation
import GRDB
import Opportunities
import Storage

/// Boards that show adverts, each a source of its own, written as CSV.
final class BoardsOfAdverts: Sendable {
    struct Advert: Sendable {
        var id: String
        var title = "Walk dogs with their owners"
        var organisation = "Larkfield Dogs"
        var text = BoardsOfAdverts.text
        var town = "Barnstaple"
        var postcode = "EX32 7EU"
        var starts = ""
        var link = ""
    }

    static let text =
        "Our members love their dogs and can no longer walk them on their own. You go out with both for an hour a week, in any weather, and hear more about the town than you ever asked for."

    let seeded: SeededCatalogue
    var catalogue: Catalogue { seeded.catalogue }

    init() throws { seeded = try SeededCatalogue() }

    func show(_ adverts: [Advert], on board: String) async throws {
        let rows = adverts.map { advert in
            [
                advert.id, advert.title, advert.organisation, advert.text, advert.town, advert.postcode, advert.starts,
                advert.link,
            ].map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
        }
        let file = (["id,title,organisation,description,town,postcode,start date,link"] + rows).joined(separator: "\n")
        try Data(file.utf8).write(to: seeded.folder.appending(path: "\(board).csv"))
        try await catalogue.add(
            Source(
                name: board, title: board.capitalized, format: "csv", location: "\(board).csv", licence: "CC0",
                attribution: ""))
        _ = try await catalogue.harvest(board, from: seeded.folder)
    }

    /// Each card's adverts, as `one/1`.
    func cards() async throws -> [[String]] {
        try await catalogue.database.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT card, source || '/' || provider_id AS advert FROM card
                    JOIN opportunity ON number = opportunity ORDER BY advert
                    """)
            return Dictionary(grouping: rows) { $0["card"] as Int }.values.map { $0.map { $0["advert"] } }
                .sorted { $0[0] < $1[0] }
        }
    }

    func id(_ board: String, _ id: String) async throws -> ID<Opportunity>? {
        try await catalogue.database.read { db in
            try ID<Opportunity>.fetchOne(
                db, sql: "SELECT id FROM opportunity WHERE source = ? AND provider_id = ?", arguments: [board, id])
        }
    }
}
