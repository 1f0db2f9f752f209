import Storage
import TestSupport
import Testing

@testable import Opportunities

@Suite("A status in a title")
struct AdvertStatusTests {
    @Test(
        "is kept apart from its words",
        arguments: [
            ("Beach clean - EVENT FULL", "Beach clean", AdvertStatus.full),
            ("Beach clean – Event full", "Beach clean", .full), ("Beach clean (FULL)", "Beach clean", .full),
            ("Beach clean FULL", "Beach clean", .full), ("FULL: Beach clean", "Beach clean", .full),
            ("CANCELLED - Beach clean", "Beach clean", .cancelled),
            ("[Cancelled] Beach clean", "Beach clean", .cancelled),
            ("Beach clean *CANCELLED*", "Beach clean", .cancelled),
            ("Beach clean - no longer recruiting", "Beach clean", .closed),
            ("Beach clean (No longer recruiting)", "Beach clean", .closed),
            ("Beach clean: fully booked", "Beach clean", .full),
        ])
    func apart(title: String, words: String, status: AdvertStatus) {
        let found = AdvertStatus.apart(from: title)
        #expect(found?.title == words && found?.status == status, "\(String(describing: found))")
    }

    @Test(
        "is none where the word belongs to the title",
        arguments: [
            "Full moon walk", "Help for a full day", "Cancelled trains helpline", "FULL", "Cancelled",
            "BEACH CLEAN FULL",
            "Closed circuit camera volunteer", "Road closed marshal", "Volunteering full", "", "-",
        ])
    func none(title: String) { #expect(AdvertStatus.apart(from: title) == nil) }

    @Test("is shown beside the advert, found by its words alone, and its end is told to saved searches")
    func reopened() async throws {
        let source = try await ServedSource(.doit)
        func offer(_ title: String) {
            source.serve("/feed", #"[{"_id": {"$oid": "1"}, "activityDefinitionSubDocument": {"title": "\#(title)"}}]"#)
        }
        offer("Beach clean - EVENT FULL")
        try await source.harvest()
        let found = try #require(await source.folder.search(["q": "beach"]).results.first)
        #expect(found.title == "Beach clean" && found.status == .full)
        #expect(try await source.titles("full") == [])
        #expect(try await source.catalogue.opportunity(found.id)?.status == .full)

        let member: PersonID = source.clock.world.id()
        let search = try Search(
            ["q": "beach"], places: source.catalogue.places, taxonomy: source.catalogue.taxonomy)
        _ = try await source.catalogue.save(search, of: member)
        source.clock.advance(days: 1)
        offer("Beach clean")
        #expect(try await source.harvest().changed == 1)
        try await source.catalogue.evaluateSavedSearches()
        let alerts = try await source.catalogue.savedSearches(of: member).flatMap(\.alerts)
        #expect(alerts.map(\.reason) == [.reopened])
        #expect(try await source.catalogue.opportunity(found.id)?.status == nil)
    }
}
