import Foundation
import GRDB
import Storage
import Testing

@testable import Opportunities

@Suite("Volunteering Data")
struct VolunteeringDataTests {
    static let shape2026 = #"""
        {
          "@context": "https://api.volunteeringdata.io/context/v1",
          "license": "CC0-1.0",
          "graph": [
            {
              "type": "Organisation", "id": "https://id.example/org/1", "name": "Larkfield Kitchen",
              "website": "https://larkfield.example/", "cause": ["https://ns.volunteeringdata.io/AntiPoverty"],
              "shoeSize": 43,
              "activity": [
                {
                  "id": "https://id.example/activity/1", "title": "Evening meals",
                  "description": "A warm meal and company for whoever comes.",
                  "role": [
                    {
                      "title": "Cook", "description": "Cook for forty.", "commitment": "3 hours a week",
                      "applyLink": "https://larkfield.example/cook", "allowsRemoteParticipation": false,
                      "minimumAge": "18", "requirement": ["https://ns.volunteeringdata.io/DBSCheck"],
                      "reward": ["https://ns.volunteeringdata.io/TrainingProvided",
                                 "https://ns.volunteeringdata.io/ExpensesReimbursed"],
                      "skill": ["https://ns.volunteeringdata.io/EmpathyAndCompassion", "Juggling"]
                    },
                    {"title": "Driver", "allowsRemoteParticipation": false}
                  ],
                  "session": [
                    {
                      "location": {"name": "Hub", "address": "12 Lower Marsh, London SE1 7AE",
                                   "latitude": "51.5005014", "longitude": "-0.1136474"},
                      "time": ["https://ns.volunteeringdata.io/MondayAfternoon",
                               "https://ns.volunteeringdata.io/SaturdayMorning"]
                    }
                  ]
                },
                {"title": "Web page", "role": [{"title": "Editor", "allowsRemoteParticipation": true}]},
                {"description": "Nobody knows what this is"}
              ]
            }
          ]
        }
        """#

    @Test("in the shape of 2026 is an advert for each role, with the organisation, the times of the week and all terms")
    func roles() async throws {
        let offered = try Offered(.volunteering, Self.shape2026)
        let harvest = try await offered.harvest()
        #expect(harvest.live == 3 && harvest.refused == 1)
        let cook = try await offered.opportunity("Cook")
        #expect(cook.title == "Cook – Evening meals")
        #expect(cook.organisation == "Larkfield Kitchen")
        #expect(cook.description.contains("Cook for forty.") && cook.description.contains("Commitment: 3 hours a week"))
        #expect(cook.link == "https://larkfield.example/cook")
        #expect(cook.needs.map(\.text) == ["Empathy and compassion", "Juggling"])
        #expect(cook.gains.map(\.text) == ["Training provided", "Expenses reimbursed"])
        #expect(cook.requirements == ["DBS check"])
        #expect(cook.terms.needsCheck == true && cook.terms.paysExpenses == true && cook.terms.minimumAge == 18)
        #expect(cook.hours?.least == 3)
        #expect(cook.causes.map(\.id) == ["AntiPoverty"])
        #expect(cook.whereabouts.map(\.address) == ["Hub, 12 Lower Marsh, London SE1 7AE"])
        #expect(cook.whereabouts.first?.coordinate?.latitude == 51.5005014)
        let slots = try await offered.seeded.catalogue.database.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT weekday, part FROM slot JOIN opportunity ON opportunity = number
                    WHERE title LIKE 'Cook%' ORDER BY weekday
                    """
            ).map { "\($0["weekday"] as Int) \($0["part"] as String)" }
        }
        #expect(slots == ["1 afternoon", "6 morning"])
        #expect(try await offered.opportunity("Editor").isRemote)
        #expect(try await offered.opportunity("Driver").link == "https://larkfield.example/")
    }

    @Test("of one organisation alone is read too")
    func single() async throws {
        let text = #"""
            {"type": "Organisation", "name": "Larkfield Kitchen",
             "activity": {"title": "Evening meals", "role": {"title": "Cook"}}}
            """#
        let offered = try Offered(.volunteering, text)
        #expect(try await offered.harvest().live == 1)
        #expect(try await offered.opportunity("Cook").organisation == "Larkfield Kitchen")
    }

    @Test("of version 1 has its organisations in the same graph, and numbers written as words")
    func version1() async throws {
        let text = #"""
            {"@graph": [
              {"id": "o1", "type": "Organisation", "label": "Canal Trust"},
              {"id": "a1", "type": "Activity", "label": "Lock keeper", "organisation": "o1", "cause": ["Heritage"],
               "requirement": [{"label": "Sturdy footwear"}],
               "session": [{"location": [{"address": "Braunston", "latitude": "52.29", "longitude": "-1.2"}],
                            "time": [{"beginning": "2026-12-05T09:00:00", "end": "2026-12-05T12:30:00"}]}]}
            ]}
            """#
        let offered = try Offered(.volunteering, text)
        #expect(try await offered.harvest().live == 1)
        let keeper = try await offered.opportunity("Lock keeper")
        #expect(keeper.organisation == "Canal Trust")
        #expect(keeper.causes.map(\.id) == ["Heritage"])
        #expect(keeper.requirements == ["Sturdy footwear"])
        #expect(keeper.sessions.map(\.starts.description) == ["2026-12-05 09:00"])
        #expect(keeper.whereabouts.first?.coordinate?.latitude == 52.29)
    }
}
