import Foundation
import Opportunities
import Storage
import Testing

@Suite("A card that was found")
struct CardsFoundTests {
    typealias Advert = BoardsOfAdverts.Advert

    private static func boards() async throws -> BoardsOfAdverts {
        let boards = try BoardsOfAdverts()
        let towns = [("Exeter", "EX1 1AA"), ("Barnstaple", "EX32 7EU"), ("Birmingham", "B3 1DG")]
        let adverts = towns.map { Advert(id: $0.0, town: $0.0, postcode: $0.1) }
        try await boards.show(adverts, on: "one")
        try await boards.show(Array(adverts.dropLast()), on: "two")
        return boards
    }

    @Test("credits every source, and leads to each advert")
    func credited() async throws {
        let boards = try await Self.boards()
        let found = try await boards.seeded.search(["q": "dogs", "near": "Barnstaple", "within": "200"]).results
        #expect(found.count == 1)
        let card = try #require(found.first)
        #expect(card.place.hasPrefix("Barnstaple"))
        #expect(card.sources.sorted() == ["One", "Two"])
        #expect(card.copies.count == 1)
        #expect(card.why.last?.words == "stands for 5 adverts of one opportunity, or with its title and organisation")
    }

    @Test("names its other places, the nearest to the searcher first, each once with its sources")
    func nearest() async throws {
        let boards = try await Self.boards()
        let card = try #require(
            try await boards.seeded.search(["q": "dogs", "near": "Barnstaple", "within": "200"]).results.first)
        #expect(card.others.map { $0.place.prefix { $0 != "," } } == ["Exeter", "Birmingham"])
        #expect(card.others.map(\.sources) == [["One", "Two"], ["One"]])
        let miles = card.others.compactMap(\.distanceMiles)
        #expect(miles == miles.sorted() && miles.count == 2)
    }

    @Test("names its other dates, the soonest first, where nobody says from where")
    func soonest() async throws {
        let boards = try BoardsOfAdverts()
        let towns = [
            ("Exeter", "EX1 1AA", "2027-05-01"), ("Barnstaple", "EX32 7EU", "2027-03-01"),
            ("Birmingham", "B3 1DG", "2027-06-01"), ("Leeds", "LS1 4DY", "2027-04-01"),
        ]
        try await boards.show(
            towns.map { Advert(id: $0.0, town: $0.0, postcode: $0.1, starts: $0.2) }, on: "one")
        let card = try #require(try await boards.seeded.search(["q": "dogs"]).results.first)
        let dates = card.others.compactMap(\.next)
        #expect(dates.count == 3 && dates == dates.sorted())
    }

    @Test("has on its page where else it is advertised, and where else there is the same role")
    func page() async throws {
        let boards = try await Self.boards()
        let id = try #require(try await boards.id("two", "Barnstaple"))
        let card = try await boards.catalogue.card(of: id)
        #expect(card.copies.map(\.source) == ["One"])
        #expect(card.elsewhere.map { $0.place.prefix { $0 != "," } } == ["Exeter", "Birmingham"])
        #expect(try await boards.catalogue.opportunity(id)?.title == "Walk dogs with their owners")
    }

    @Test("passes each advert on as its source sent it")
    func feed() async throws {
        let boards = try await Self.boards()
        let items = try await boards.catalogue.feed(after: 0, most: 100)
        #expect(items.count == 5 && items.allSatisfy { $0.live != nil })
        let last = try #require(items.map(\.change).max())
        let id = try #require(try await boards.id("two", "Exeter"))
        #expect(try await boards.catalogue.part(id))
        #expect(try await boards.catalogue.feed(after: last, most: 100).isEmpty)
    }
}
