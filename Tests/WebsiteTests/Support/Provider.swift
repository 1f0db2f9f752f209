import Foundation
import Opportunities
import Storage
import Website

/// A provider whose two files a test writes anew before each harvest: one of dates, one of standing offers.
struct Provider {
    let test: TestSite

    struct Offer {
        var id: String
        var title: String
        var text = "Come and help us with it every week, whoever you are."
        /// As `2026-12-05T09:00:00/2026-12-05T12:00:00`. With any, the offer stands in the file of dates.
        var dates: [String] = []
        var needs: [String] = []
        var gains: [String] = []
        var isOver = false
        /// Latitude and longitude; Birmingham.
        var at = (52.48, -1.9)
    }

    /// Writes and harvests both files, as they stand now.
    func offer(_ offers: [Offer]) async throws {
        let dated = offers.filter { !$0.dates.isEmpty }
        let standing = offers.filter(\.dates.isEmpty)
        // A file without items is refused, as it should be.
        if !dated.isEmpty {
            try write("dated-organisations.jsonld", ["@graph": [["id": "o", "name": "The Grove"]]])
            try write("dated-activities.jsonld", ["@graph": dated.map(Self.dated)])
            try await harvest("dated", "teamkinetic", "dated-activities.jsonld")
        }
        if !standing.isEmpty {
            try write("standing.json", standing.map(Self.standing))
            try await harvest("standing", "doit", "standing.json")
        }
    }

    /// The id of what has this title.
    func id(_ title: String) async throws -> String? {
        let search = try Search(
            ["q": "\"\(title)\""], places: test.site.catalogue.places, taxonomy: test.site.catalogue.taxonomy)
        return try await test.site.catalogue.search(search).results.first { $0.title == title }?.id.description
    }

    private func harvest(_ name: String, _ format: String, _ file: String) async throws {
        try await test.site.catalogue.add(
            Source(
                name: name, title: "The \(name) source", format: format, location: file, licence: "CC0",
                attribution: "Contains data of the \(name) source"))
        _ = try await test.site.catalogue.harvest(name, from: test.folder)
    }

    private func write(_ name: String, _ content: Any) throws {
        try JSONSerialization.data(withJSONObject: content).write(to: test.folder.appending(path: name))
    }

    private static func dated(_ offer: Offer) -> [String: Any] {
        let place: [String: Any] = [
            "locationType": "In Person", "address": "The Green", "latitude": offer.at.0, "longitude": offer.at.1,
        ]
        let sessions = offer.dates.map { date -> [String: Any] in
            let sides = date.split(separator: "/").map(String.init)
            return [
                "location": [place], "time": [["beginning": sides[0], "end": sides.count > 1 ? sides[1] : sides[0]]],
            ]
        }
        return [
            "id": offer.id, "label": offer.title, "description": offer.text, "organisation": "o",
            "allowsRemoteParticipation": false, "applyLink": "https://example.org/\(offer.id)", "session": sessions,
        ]
    }

    private static func standing(_ offer: Offer) -> [String: Any] {
        [
            "_id": ["$oid": offer.id], "deleted": offer.isOver, "externalApplyLink": "https://example.org/\(offer.id)",
            "address": ["street": "The Green", "location": ["coordinates": [offer.at.1, offer.at.0]]],
            "activityDefinitionSubDocument": [
                "title": offer.title, "description": offer.text, "locationOption": "One Location",
                "volunteerRequirements": offer.needs, "volunteerRewards": offer.gains,
                "organizationSubDocument": ["name": "The Grove"],
            ] as [String: Any],
        ]
    }
}
