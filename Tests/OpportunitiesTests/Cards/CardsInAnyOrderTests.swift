import GRDB
import Storage
import Testing

@testable import Opportunities

@Suite("What cards end in")
struct CardsInAnyOrderTests {
    typealias Advert = BoardsOfAdverts.Advert

    @Test("does not hang on an advert that kept two others apart and is another now")
    func freed() async throws {
        let boards = try BoardsOfAdverts()
        try await boards.show([Advert(id: "1", starts: "2027-05-01")], on: "one")
        try await boards.show([Advert(id: "2", starts: "2027-03-01")], on: "two")
        try await boards.show([Advert(id: "3")], on: "three")
        #expect(try await boards.cards() == [], "the third fits either")
        try await boards.show([Advert(id: "2", title: "Groom horses", starts: "2027-03-01")], on: "two")
        #expect(try await boards.cards() == [["one/1", "three/3"]])
        try await boards.show([Advert(id: "2", starts: "2027-03-01")], on: "two")
        #expect(try await boards.cards() == [])
    }

    @Test("is the same whether forty share a key before two were joined by it or after")
    func crowd() async throws {
        let many = (0..<60).map { Advert(id: "\($0)") }
        let (early, late) = (try BoardsOfAdverts(), try BoardsOfAdverts())
        try await early.show(many, on: "three")
        for board in ["one", "two"] { try await early.show([Advert(id: "1")], on: board) }
        for board in ["one", "two"] { try await late.show([Advert(id: "1")], on: board) }
        #expect(try await late.cards() == [["one/1", "two/1"]])
        try await late.show(many, on: "three")
        #expect(try await late.cards() == early.cards())
        #expect(try await late.cards() == [])

        // Withdrawn, they say nothing any more.
        for boards in [early, late] {
            try await boards.catalogue.file.write { db in
                try db.execute(sql: "UPDATE opportunity SET withdrawn = '2026-11-22' WHERE source = 'three'")
            }
            try await boards.catalogue.joinCards()
            #expect(try await boards.cards() == [["one/1", "two/1"]])
        }
    }

    @Test("is the same after being stopped at any step, and going on")
    func stopped() async throws {
        let boards = try BoardsOfAdverts()
        let adverts = (0..<6).map { Advert(id: "\($0)", town: "", postcode: ["EX32", "EX1", "B3"][$0 % 3]) }
        for board in ["one", "two", "three"] { try await boards.show(adverts, on: board) }
        let whole = try await boards.cards()
        #expect(!whole.isEmpty)
        let numbers = try await boards.catalogue.file.read { db in
            try Int.fetchAll(db, sql: "SELECT number FROM opportunity ORDER BY number")
        }
        for keyed in [0, 7, numbers.count] {
            for joined in [0, 5] {
                try await boards.catalogue.file.write { db in
                    for table in ["card", "card_kin", "card_key", "card_due", "card_unkeyed"] {
                        try db.execute(sql: "DELETE FROM \(table)")
                    }
                    try db.execute(sql: "INSERT INTO card_unkeyed SELECT number FROM opportunity")
                    try CardKeying(of: numbers.prefix(keyed), in: db).keep(in: db)
                    if keyed == numbers.count {
                        try CardJoining(db, boards.catalogue.places).join(Array(numbers.prefix(joined)))
                    }
                }
                try await boards.catalogue.joinCards()
                #expect(try await boards.cards() == whole, "stopped after \(keyed) keys and \(joined) cards")
            }
        }
    }

    @Test("is none where more than sixty reach one another, whichever of them is looked at first")
    func tooMany() async throws {
        let boards = try BoardsOfAdverts()
        let texts = [BoardsOfAdverts.text, "Two hands, four paws: \(BoardsOfAdverts.text.prefix(140))"]
        for board in 0..<70 {
            let link = board % 35 == 0 ? "https://dogs.example.org/12345678" : ""
            try await boards.show([Advert(id: "1", text: texts[board / 35], link: link)], on: "board\(board)")
            if board == 34 { #expect(try await boards.cards().map(\.count) == [24, 11]) }
        }
        #expect(try await boards.cards() == [])
        try await boards.catalogue.file.write { db in
            try db.execute(sql: "INSERT INTO card_due SELECT number FROM opportunity WHERE number > 40")
        }
        try await boards.catalogue.joinCards()
        #expect(try await boards.cards() == [])
    }

    @Test("leaves a member's shortlist as it was, joined or parted")
    func shortlist() async throws {
        let boards = try BoardsOfAdverts()
        let member: PersonID = World.real.id()
        try await boards.show([Advert(id: "1")], on: "one")
        try await boards.show([Advert(id: "1", title: "Groom horses")], on: "two")
        let second = try #require(try await boards.id("two", "1"))
        _ = try await boards.catalogue.save(second, of: member)
        let before = try await boards.catalogue.shortlist(of: member).map(\.keepsake.title).sorted()
        #expect(before == ["Groom horses"])

        try await boards.show([Advert(id: "1")], on: "two")
        #expect(try await boards.cards() == [["one/1", "two/1"]])
        #expect(try await boards.catalogue.shortlist(of: member).map(\.keepsake.title).sorted() == before)
        #expect(try await boards.catalogue.part(second))
        #expect(try await boards.cards() == [])
        #expect(try await boards.catalogue.shortlist(of: member).map(\.keepsake.title).sorted() == before)
        #expect(try await boards.catalogue.unpart(second))
        #expect(try await boards.catalogue.shortlist(of: member).map(\.keepsake.title).sorted() == before)
    }
}
