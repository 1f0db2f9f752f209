import Opportunities
import Storage
import Testing

@Suite("An alert")
struct AlertsOfCopiesTests {
    typealias Advert = BoardsOfAdverts.Advert

    private let boards: BoardsOfAdverts
    private let member: PersonID = World.real.id()

    init() async throws {
        boards = try BoardsOfAdverts()
        try await boards.show([Advert(id: "1")], on: "one")
    }

    private func save(_ words: String) async throws {
        let catalogue = boards.catalogue
        _ = try await catalogue.save(
            Search(["q": words], places: catalogue.places, taxonomy: catalogue.taxonomy), of: member)
    }

    private func alerts() async throws -> [String] {
        try await boards.catalogue.evaluateSavedSearches()
        return try await boards.catalogue.savedSearches(of: member).flatMap(\.alerts).map(\.title).sorted()
    }

    @Test("never calls another board's copy of what its search found already new")
    func copy() async throws {
        try await save("dogs")
        #expect(try await alerts() == [])
        let other = Advert(id: "2", title: "Wash dogs on Saturdays", text: "Bring an apron, and a towel for each dog.")
        try await boards.show([Advert(id: "1"), other], on: "two")
        #expect(try await boards.cards() == [["one/1", "two/1"]])
        #expect(try await alerts() == ["Wash dogs on Saturdays"])
    }

    @Test("tells of one opportunity once, though two boards bring it")
    func twice() async throws {
        try await save("apron")
        let other = Advert(id: "2", title: "Wash dogs on Saturdays", text: "Bring an apron, and a towel for each dog.")
        for board in ["two", "three"] { try await boards.show([other], on: board) }
        #expect(try await boards.cards() == [["three/2", "two/2"]])
        #expect(try await alerts() == ["Wash dogs on Saturdays"])
    }

    @Test("tells of a copy where the first advert says nothing of what was asked")
    func richer() async throws {
        try await save("lighthouse")
        #expect(try await alerts() == [])
        try await boards.show([Advert(id: "1", text: BoardsOfAdverts.text + " We meet at the lighthouse.")], on: "two")
        #expect(try await boards.cards() == [["one/1", "two/1"]])
        #expect(try await alerts() == ["Walk dogs with their owners"])
    }
}
