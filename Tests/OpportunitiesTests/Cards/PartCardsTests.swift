import Foundation
import GRDB
import Opportunities
import Storage
import Testing

@Suite("What an administrator parted")
struct PartCardsTests {
    typealias Advert = BoardsOfAdverts.Advert

    @Test("stays parted through harvests, also of adverts that were gone, and can be joined again")
    func parted() async throws {
        let boards = try BoardsOfAdverts()
        for board in ["one", "two"] { try await boards.show([Advert(id: "1")], on: board) }
        #expect(try await boards.cards() == [["one/1", "two/1"]])
        let second = try #require(try await boards.id("two", "1"))
        #expect(try await boards.catalogue.part(second))
        #expect(try await boards.cards() == [])
        #expect(try await boards.seeded.search(["q": "dogs"]).results.count == 2, "nor as repeats of one title")

        try await boards.show([Advert(id: "1", text: BoardsOfAdverts.text + " Bring boots.")], on: "two")
        #expect(try await boards.cards() == [])
        try await boards.show([Advert(id: "1")], on: "three")
        #expect(try await boards.cards().allSatisfy { !($0.contains("one/1") && $0.contains("two/1")) })

        #expect(try await boards.catalogue.partedCards(page: 1, size: 20).count == 1)
        #expect(try await boards.catalogue.unpart(second))
        #expect(try await boards.cards() == [["one/1", "three/1", "two/1"]])
        #expect(try await boards.catalogue.unpart(second) == false)
        #expect(try await boards.catalogue.part(try #require(ID<Opportunity>("0000000000000000000000000a"))) == false)
    }

    @Test("is listed with the reason for which it was one, page by page")
    func listed() async throws {
        let boards = try BoardsOfAdverts()
        let towns = ["EX32", "EX1", "B3", "LS1", "CF10"]
        for board in ["one", "two"] {
            try await boards.show(towns.map { Advert(id: $0, town: "", postcode: $0) }, on: board)
        }
        let (first, count) = try await boards.catalogue.joinedCards(page: 1, size: 3)
        #expect(count == 5 && first.count == 3)
        #expect(first.allSatisfy { $0.adverts.map(\.source) == ["One", "Two"] })
        #expect(
            first[0].adverts[0].reason
                == "the same title, organisation and place; 100 % of the shorter text stands in the longer")
        #expect(try await boards.catalogue.joinedCards(page: 2, size: 3).cards.count == 2)
    }
}
