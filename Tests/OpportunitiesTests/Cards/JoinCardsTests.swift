import Foundation
import GRDB
import Opportunities
import Storage
import Testing

@Suite("Adverts of two boards")
struct JoinCardsTests {
    typealias Advert = BoardsOfAdverts.Advert

    static let alike: [(String, Advert)] = [
        ("in capitals", Advert(id: "2", title: "WALK DOGS WITH THEIR OWNERS")),
        ("with the town behind the title", Advert(id: "2", title: "Walk dogs with their owners - Barnstaple")),
        ("with the organisation before it", Advert(id: "2", title: "Larkfield Dogs: walk dogs with their owners")),
        ("of an organisation written otherwise", Advert(id: "2", organisation: "The Larkfield Dogs CIO")),
        ("cut off", Advert(id: "2", text: BoardsOfAdverts.text.prefix(90) + "…")),
        ("with half a postcode", Advert(id: "2", town: "", postcode: "EX32")),
        ("without an organisation", Advert(id: "2", organisation: "")),
    ]

    @Test("are one card, the one of them", arguments: alike)
    func joined(_ what: String, _ other: Advert) async throws {
        let boards = try BoardsOfAdverts()
        try await boards.show([Advert(id: "1")], on: "one")
        try await boards.show([other], on: "two")
        #expect(try await boards.cards() == [["one/1", "two/2"]])
    }

    static let unlike: [(String, Advert)] = [
        ("in another town", Advert(id: "2", town: "Exeter", postcode: "EX1 1AA")),
        ("for another role", Advert(id: "2", title: "Walk cats with their owners")),
        (
            "of another organisation in its own words",
            Advert(id: "2", organisation: "Wharfside Hounds", text: "We need somebody strong for three big hounds.")
        ),
        ("on another day", Advert(id: "2", starts: "2027-03-01")),
        ("without an organisation and of few words", Advert(id: "2", organisation: "", text: "Walk dogs.")),
    ]

    @Test("are two cards, the one of them", arguments: unlike)
    func apart(_ what: String, _ other: Advert) async throws {
        let boards = try BoardsOfAdverts()
        try await boards.show([Advert(id: "1", starts: what == "on another day" ? "2027-05-01" : "")], on: "one")
        try await boards.show([other], on: "two")
        #expect(try await boards.cards() == [])
    }

    @Test("are never joined through a third that is like both")
    func chain() async throws {
        let boards = try BoardsOfAdverts()
        try await boards.show([Advert(id: "1", starts: "2027-05-01")], on: "one")
        try await boards.show([Advert(id: "2", starts: "2027-03-01")], on: "two")
        // It says nothing of when, and so fits either: neither, then.
        try await boards.show([Advert(id: "3")], on: "three")
        #expect(try await boards.cards() == [])
    }

    @Test("twice from one provider are two, unless nothing at all differs")
    func provider() async throws {
        let boards = try BoardsOfAdverts()
        try await boards.show(
            [
                Advert(id: "1"), Advert(id: "2", text: BoardsOfAdverts.text + " " + "Mondays, and more of the same."),
                Advert(id: "3", text: "Ring us."),
            ], on: "one")
        #expect(try await boards.cards() == [["one/1", "one/2"]])
        try await boards.show([Advert(id: "1", organisation: ""), Advert(id: "2", organisation: "")], on: "two")
        #expect(try await boards.cards().contains { $0.contains("two/1") && $0.contains("two/2") } == false)
    }

    @Test("are one where a volunteer centre puts its name to another's words, though a third board cuts these off")
    func quoted() async throws {
        let boards = try BoardsOfAdverts()
        let text =
            BoardsOfAdverts.text + " Bring boots, a towel for each paw and something to throw. "
            + "We meet at the gate of the park, in rain too, and are back before it is dark."
        let centre = "Barnstaple Volunteer Centre"
        try await boards.show(
            [Advert(id: "1", text: text), Advert(id: "2", organisation: centre, text: text)], on: "one")
        try await boards.show([Advert(id: "3", organisation: centre, text: text.prefix(150) + "…")], on: "two")
        #expect(try await boards.cards() == [["one/1", "one/2", "two/3"]])
    }

    @Test("are one where a long text has another year's dates in it, and one of them names nobody")
    func revised() async throws {
        let boards = try BoardsOfAdverts()
        let (title, words) = ("Befriend a neighbour", (0..<90).map { "word\($0)" })
        let before = ([BoardsOfAdverts.text] + words).joined(separator: " ")
        let now = ([BoardsOfAdverts.text] + words.prefix(60) + (0..<40).map { "new\($0)" }).joined(separator: " ")
        try await boards.show([Advert(id: "1", title: title, text: before)], on: "one")
        try await boards.show(
            [Advert(id: "2", title: title, organisation: "", text: now, town: "", postcode: "")], on: "two")
        #expect(try await boards.cards() == [["one/1", "two/2"]])
    }

    @Test("are the same cards whichever was harvested first, and after an edit and back")
    func order() async throws {
        let (first, second) = (try BoardsOfAdverts(), try BoardsOfAdverts())
        let adverts = (0..<6).map { Advert(id: "\($0)", town: "", postcode: ["EX32", "EX1", "B3"][$0 % 3]) }
        for board in ["one", "two", "three"] { try await first.show(adverts, on: board) }
        for board in ["three", "one", "two"] { try await second.show(adverts.reversed(), on: board) }
        let cards = try await first.cards()
        #expect(!cards.isEmpty)
        #expect(try await second.cards() == cards)

        try await first.show(adverts.map { Advert(id: $0.id, title: "Groom horses", postcode: $0.postcode) }, on: "two")
        #expect(try await first.cards() != cards)
        try await first.show(adverts, on: "two")
        #expect(try await first.cards() == cards)
    }

    @Test("cost a bounded number of look-ups each, however often an organisation repeats a title")
    func bounded() async throws {
        let boards = try BoardsOfAdverts()
        try await boards.show((0..<300).map { Advert(id: "\($0)") }, on: "one")
        #expect(try await boards.cards() == [], "what everybody shares says nothing")
        let number = try await boards.catalogue.database.read { db in
            try Int.fetchOne(db, sql: "SELECT max(number) FROM opportunity")
        }
        #expect(number == 300)
        try await boards.show(
            (0..<300).map { Advert(id: "\($0)", text: $0 == 7 ? "Ring." : BoardsOfAdverts.text) }, on: "one")
        let keys = try await boards.catalogue.database.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM card_key")
        }
        #expect(keys ?? 0 <= 300 * 5)
        #expect(
            try await boards.catalogue.database.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM card_due")
            } == 0)
    }
}
