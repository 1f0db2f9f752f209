import Foundation
import Storage
import Testing

@testable import Opportunities

@Suite("FPXML 0.1")
struct FootprintFeedTests {
    @Test("of the format's own sample: three organisations, three opportunities")
    func sample() async throws {
        let offered = try Offered(.fpxml, seed: "fpxml-sampleData0.1.xml")
        let harvest = try await offered.harvest()
        #expect(harvest.live == 3 && harvest.refused == 0)
        let mentor = try await offered.opportunity("Business Mentor")
        #expect(mentor.title == "Be a Business Mentor - Trenton, NJ & Beyond")
        #expect(mentor.organisation == "MicroMentor | An initiative of Mercy Corps")
        #expect(mentor.whereabouts.count == 3)
        #expect(mentor.starts == nil && mentor.ends == nil)
        #expect(mentor.hours?.least == 4)
        #expect(mentor.terms.minimumAge == 21)
        let dodgeball = try await offered.opportunity("DODGEBALL")
        #expect(
            dodgeball.sessions.map { "\($0.starts)–\($0.ends?.clock ?? "")" } == [
                "2009-02-22 18:45–21:00", "2009-02-27 18:45–21:00",
            ])
        #expect(dodgeball.requirements == ["For: Teens", "For: High School Students"])
        let guide = try await offered.opportunity("YOUNG ADULT")
        #expect(guide.organisation == "QUIXOTE QUEST")
        #expect(guide.ends == Day("2009-05-31") && guide.sessions.isEmpty)
    }

    private static func feed(_ inner: String) -> String {
        "<?xml version=\"1.0\"?><FootprintFeed><VolunteerOpportunities>\(inner)</VolunteerOpportunities></FootprintFeed>"
    }

    @Test("with a broken opportunity loses that one alone, and the epoch is no date")
    func broken() async throws {
        let offered = try Offered(
            .fpxml,
            Self.feed(
                """
                <VolunteerOpportunity><title>No id</title></VolunteerOpportunity>
                <VolunteerOpportunity><volunteerOpportunityID>1</volunteerOpportunityID></title></VolunteerOpportunity>
                <VolunteerOpportunity><volunteerOpportunityID>2</volunteerOpportunityID>
                <title><![CDATA[Walk <dogs> & cats]]></title><!-- <title>no</title> -->
                <dateTimeDurations><dateTimeDuration><startDate>1970-01-01</startDate>
                <iCalRecurrence>FREQ=WEEKLY;BYDAY=TU,TH</iCalRecurrence><startTime>18:00:00</startTime>
                </dateTimeDuration></dateTimeDurations>
                <locations><location><virtual>Yes</virtual></location></locations></VolunteerOpportunity>
                """))
        let harvest = try await offered.harvest()
        #expect(harvest.live == 1 && harvest.refused == 2)
        let dogs = try await offered.opportunity("Walk")
        #expect(dogs.starts == nil && dogs.isRemote)
    }

    @Test(
        "that is something else is refused as a whole",
        arguments: [
            (
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><FootprintFeed>&a;</FootprintFeed>",
                "offered holds a document type, which can name other files. It is not read. Nothing was changed."
            ),
            ("<rss/>", "offered is no FPXML: it does not begin with a FootprintFeed. Nothing was changed."),
            (
                "<FootprintFeed><VolunteerOpportunities><VolunteerOpp",
                "offered is not XML, or breaks off before its end. Nothing was changed."
            ),
            (Self.feed(""), "offered holds no items, so nothing was changed."),
        ])
    func wrong(text: String, sentence: String) async throws {
        #expect(try await Offered(.fpxml, text).sentence() == sentence)
    }
}
