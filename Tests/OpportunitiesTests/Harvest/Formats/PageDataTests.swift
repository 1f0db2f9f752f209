import Foundation
import Storage
import Testing

@testable import Opportunities

@Suite("A page with JSON-LD")
struct PageDataTests {
    @Test("gives its jobs for volunteers and its events, however they are written")
    func page() async throws {
        let text = #"""
            <!doctype html><html><head><script>var x = "</scr" + "ipt>"</script>
            <script type='application/ld+json'>
            {"@context": "https://schema.org", "@graph": [
              {"@type": "Organization", "@id": "#org", "name": "Larkfield Kitchen", "url": "https://larkfield.example/"},
              {"@type": "JobPosting", "title": "Cook", "employmentType": ["PART_TIME", "VOLUNTEER"],
               "identifier": {"@type": "PropertyValue", "value": 17}, "url": "https://larkfield.example/cook",
               "description": "<p>Cook for &amp; with forty.</p>", "hiringOrganization": {"@id": "#org"},
               "validThrough": "2026-12-24T23:59", "skills": "Cooking for many",
               "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress",
                 "streetAddress": "12 Lower Marsh", "addressLocality": "London", "postalCode": "SE1 7AE"}}},
              {"@type": "JobPosting", "title": "Manager", "employmentType": "FULL_TIME"}
            ]}
            </script></head><body>
            <SCRIPT TYPE="application/ld+json">
            [{"@type": "http://schema.org/ItemList", "http://schema.org/itemListElement": [
               {"@type": "schema:Event", "schema:name": "Beach clean", "schema:startDate": "2026-12-05T10:00:00Z",
                "schema:endDate": "2026-12-05T12:00:00Z", "schema:url": "https://beach.example/clean",
                "schema:organizer": {"schema:name": "Clean Sands"},
                "schema:location": {"@type": "schema:Place", "schema:geo": {"schema:latitude": "50.72",
                  "schema:longitude": -1.88}}}]},
             {"@type": "VolunteerEvent", "name": "Phone circle", "eventAttendanceMode":
               "https://schema.org/OnlineEventAttendanceMode", "location": {"@type": "VirtualLocation"}},
             {"@type": "Event", "name": "Cancelled", "eventStatus": "http://schema.org/EventCancelled"}]
            </SCRIPT>
            <script type="application/ld+json">{"@type": "Event", </script>
            </body></html>
            """#
        let offered = try Offered(.html, text)
        let harvest = try await offered.harvest()
        #expect(harvest.live == 3 && harvest.refused == 1 && harvest.withdrawn == 1)
        #expect(try await offered.report().refusals.map(\.reason) == ["is not about volunteering"])
        let cook = try await offered.opportunity("Cook")
        #expect(cook.organisation == "Larkfield Kitchen")
        #expect(cook.description == "Cook for & with forty.")
        #expect(cook.link == "https://larkfield.example/cook" && cook.ends == Day("2026-12-24"))
        #expect(cook.whereabouts.map(\.address) == ["12 Lower Marsh, London, SE1 7AE"])
        #expect(cook.needs.map(\.text) == ["Cooking for many"])
        let beach = try await offered.opportunity("Beach clean")
        #expect(beach.organisation == "Clean Sands" && beach.starts == Day("2026-12-05"))
        #expect(beach.sessions.map { "\($0.starts.clock)–\($0.ends?.clock ?? "")" } == ["10:00–12:00"])
        #expect(beach.whereabouts.first?.coordinate?.latitude == 50.72)
        #expect(try await offered.opportunity("Phone circle").isRemote)
    }

    @Test("that has none says so")
    func none() async throws {
        #expect(
            try await Offered(.html, "<p>Come and help!</p>").sentence()
                == "The only item in offered holds no JSON-LD, in which pages say what they offer. Nothing was changed."
        )
    }
}
