import Foundation
import Storage
import Testing

@testable import Opportunities

/// What is only said in words, whatever the format.
@Suite("What is said in words alone")
struct WordsOnlyTests {
    static let formats: [(Source.Format, String)] = [
        (
            .volunteering,
            #"{"@graph": [{"type": "Activity", "id": "1", "label": "Walk dogs", "session": [{"location": [{"address": "PLACE"}]}]}]}"#
        ),
        (
            .doit,
            #"[{"_id": {"$oid": "1"}, "address": {"street": "PLACE"}, "activityDefinitionSubDocument": {"title": "Walk dogs"}}]"#
        ),
        (.csv, "title,address\nWalk dogs,\"PLACE\"\n"),
        (
            .fpxml,
            "<FootprintFeed><VolunteerOpportunities><VolunteerOpportunity><volunteerOpportunityID>1</volunteerOpportunityID><title>Walk dogs</title><locations><location><streetAddress1>PLACE</streetAddress1></location></locations></VolunteerOpportunity></VolunteerOpportunities></FootprintFeed>"
        ),
        (
            .html,
            #"<script type="application/ld+json">{"@type": "Event", "name": "Walk dogs", "location": "PLACE"}</script>"#
        ),
    ]

    @Test("a town alone is a place in every format", arguments: formats)
    func town(format: Source.Format, text: String) async throws {
        let offered = try Offered(format, text.replacing("PLACE", with: "The Old Forge, Barnstaple, Devon"))
        #expect(try await offered.harvest().live == 1)
        let place = try #require(await offered.opportunity("Walk dogs").whereabouts.first)
        #expect(place.surroundings == "Barnstaple, Devon")
        let around = try #require(offered.seeded.catalogue.places.find("Barnstaple")).place.coordinate
        #expect(try #require(place.coordinate).miles(to: around) < 1)
    }

    @Test(
        "a postcode goes before a town, and a region or a name of several towns is no place",
        arguments: [
            ("12 Lower Marsh, Barnstaple, SE1 7AE", "SE1"), ("Church Road, Devon", nil), ("Newport", nil),
            ("The Bristol Room, upstairs", nil),
        ] as [(String, String?)])
    func others(address: String, near: String?) throws {
        let places = try Places(file: SeededCatalogue.seeds.appending(path: "uk-outcodes.csv"))
        var harvested = Harvested()
        let found = places.whereabouts(address: address, latitude: nil, longitude: nil, counting: &harvested)
        #expect(found?.coordinate == near.flatMap { places.find($0)?.place.coordinate })
    }

    @Test(
        "a time that says its zone is shown as clocks here show it, summer and winter",
        arguments: [
            ("2026-07-05T09:00:00Z", "2026-07-05 10:00"), ("2026-12-05T09:00:00Z", "2026-12-05 09:00"),
            ("2026-07-05T23:30:00Z", "2026-07-06 00:30"), ("2026-07-05T09:00:00+02:00", "2026-07-05 08:00"),
            ("2026-07-05T09:00:00-0500", "2026-07-05 15:00"), ("2026-07-05T09:00:00+01", "2026-07-05 09:00"),
            ("2026-07-05T09:00:00.000Z", "2026-07-05 10:00"), ("2026-07-05T09:00:00", "2026-07-05 09:00"),
            ("2026-07-05 09:00", "2026-07-05 09:00"),
        ])
    func zones(written: String, shown: String) async throws {
        let page = """
            <script type="application/ld+json">{"@type": "Event", "name": "Walk dogs", "startDate": "\(written)"}</script>
            """
        let offered = try Offered(.html, page)
        _ = try await offered.harvest()
        let walk = try await offered.opportunity("Walk dogs")
        #expect(walk.sessions.map(\.starts.description) == [shown])
        #expect(walk.starts?.description == String(shown.prefix(10)))
    }
}
