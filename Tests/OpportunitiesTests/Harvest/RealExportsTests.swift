import GRDB
import Opportunities
import Storage
import Testing

@Suite("The real exports")
struct RealExportsTests {
    @Test("of Do-it: 100 in, 90 live and 10 withdrawn, with each defect counted")
    func doit() async throws {
        let seeded = try await SeededCatalogue.shared()
        let report = try #require(await seeded.catalogue.report("doit"))
        #expect(report.read == 100)
        #expect(report.live == 90)
        #expect(report.withdrawn == 10)
        #expect(report.refusals.isEmpty)
        #expect(report.lastGoodHarvest == Day("2026-11-22"))
        let counts = Dictionary(uniqueKeysWithValues: report.defects.map { ($0.defect, $0.times) })
        #expect(counts[.boilerplateSkills] == 21)
        #expect(counts[.outwardCodeInAddress] == 66)
        #expect(counts[.paidResearch] == 1)
        #expect(counts[.remoteWithCoordinates] == 13)
        #expect(counts[.zeroCoordinates] == 2)
        #expect(counts[.hoursInProse] == 20)
        #expect(counts[.carriageReturns] == 21)
    }

    @Test("of TeamKinetic: 250 in and 250 kept, with each defect counted")
    func teamKinetic() async throws {
        let seeded = try await SeededCatalogue.shared()
        let report = try #require(await seeded.catalogue.report("teamkinetic"))
        #expect(report.read == 250)
        #expect(report.live == 250)
        #expect(report.refusals.isEmpty)
        let counts = Dictionary(uniqueKeysWithValues: report.defects.map { ($0.defect, $0.times) })
        #expect(counts[.misspeltBeginning] == 3_568)
        #expect(counts[.misspeltApplyLink] == 3_568)
        #expect(counts[.unknownOrganisation] == 245)
        #expect(counts[.namelessOrganisation] == 250)
        #expect(counts[.noSession] == 16)
        #expect(counts[.over100Sessions] == 7)
        #expect(counts[.zeroCoordinates] == 16)
        #expect(counts[.sentinelDate] == 1)
        #expect(counts[.carriageReturns] == 213)
        #expect(counts[.markup] == 114)
        #expect(try await seeded.catalogue.count() == 340)
    }

    @Test("leave no trace of a sentinel date, of 0, 0, of markup or of an address to write to")
    func clean() async throws {
        let seeded = try await SeededCatalogue.shared()
        try await seeded.catalogue.database.read { db in
            func count(_ sql: String) throws -> Int? { try Int.fetchOne(db, sql: sql) }
            try #expect(count("SELECT count(*) FROM session WHERE ends >= '2041' OR starts >= '2041'") == 0)
            try #expect(count("SELECT count(*) FROM whereabouts WHERE latitude = 0 AND longitude = 0") == 0)
            try #expect(count("SELECT count(*) FROM opportunity WHERE description LIKE '%&nbsp;%'") == 0)
            try #expect(count("SELECT count(*) FROM opportunity WHERE instr(description, char(13)) > 0") == 0)
            try #expect(count("SELECT count(*) FROM searchable WHERE text LIKE '%@example.org%'") == 0)
            try #expect(count("SELECT count(*) FROM searchable WHERE text LIKE '%01632%'") == 0)
            try #expect(count("SELECT count(*) FROM searchable") == 340)
            // The United Kingdom: longitude and latitude are not swapped.
            let outside = "latitude NOT BETWEEN 49 AND 61 OR longitude NOT BETWEEN -9 AND 2"
            try #expect(count("SELECT count(*) FROM whereabouts WHERE \(outside)") == 0)
        }
    }

    @Test("are read from home where they say so, whatever coordinates they carry")
    func fromHome() async throws {
        let seeded = try await SeededCatalogue.shared()
        let found = try await seeded.search(["q": "Video Editor / Content Creator"])
        let editor = try #require(found.results.first)
        #expect(editor.place == "From home")
        #expect(editor.remote)
        let opportunity = try #require(await seeded.catalogue.opportunity(editor.id))
        #expect(opportunity.whereabouts.isEmpty)
        #expect(opportunity.organisation == "Be Epic! London International Film Festival")
        #expect(opportunity.causes.map(\.label) == ["Arts and Culture"])
        #expect(opportunity.causes.allSatisfy { !$0.isInferred })
    }

    @Test("mark inferred causes as inferred")
    func inferred() async throws {
        let seeded = try await SeededCatalogue.shared()
        let found = try await seeded.search(["q": "Kempton Steam Museum"])
        let first = try #require(found.results.first)
        let opportunity = try #require(await seeded.catalogue.opportunity(first.id))
        #expect(opportunity.causes.map(\.id) == ["Heritage"])
        #expect(opportunity.causes.allSatisfy { $0.isInferred })
        #expect(opportunity.organisation == nil)
    }

    @Test("show boilerplate, but do not rank by it")
    func boilerplate() async throws {
        let seeded = try await SeededCatalogue.shared()
        let impactful = try await seeded.search(["q": "impactful charity re-imbursed"])
        #expect(impactful.holdingEveryWord == 0)
        let grebes = try await seeded.search(["q": "RSPB team member Slavonian grebes"])
        let ranger = try #require(grebes.results.first)
        let opportunity = try #require(await seeded.catalogue.opportunity(ranger.id))
        #expect(opportunity.gains.count == 11)
        #expect(opportunity.gains.allSatisfy { $0.isBoilerplate })
        #expect(opportunity.needs.count == 3)
    }
}
