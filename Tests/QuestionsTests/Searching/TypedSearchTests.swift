import Storage
import TestSupport
import Testing
import TextSearch

@testable import Questions

/// What people type beyond plain words.
@Suite struct TypedSearchTests {
    @Test("Words in quotes are found side by side; where no page has them so, apart, and that is said")
    func phrases() async throws {
        try await withDesk { open in
            let together = try await open.published("How do I run an appraisal meeting?").id
            let apart = try await open.published("Does a meeting need an appraisal?").id
            #expect(try await open.found("\"appraisal meeting\"") == [together])
            #expect(try await open.found("appraisal meeting") == [together, apart])
            let nowhere = try await open.desk.search("\"run need\"", topic: nil, page: 1)
            #expect(nowhere.isApart)
            #expect(Set(nowhere.items.map(\.id)) == [together, apart])
        }
    }

    @Test("A word after a minus is left out in every form, and alone it looks for nothing")
    func without() async throws {
        try await withDesk { open in
            let firm = try await open.published("Who pays the invoices of a bakery?").id
            let club = try await open.published("Who pays for a club?", answer: "Whoever has sent you an invoice.").id
            #expect(Set(try await open.found("pays")) == [firm, club])
            #expect(try await open.found("pays -bakeries") == [club])
            #expect(try await open.found("pays -invoice").isEmpty)
            #expect(try await open.desk.search("-bakery", topic: nil, page: 1).total == 2)
        }
    }

    @Test(
        "Whatever form the page has is marked",
        arguments: [("mentors", "mentored"), ("mentoring", "mentored"), ("MENTOR", "mentored"), ("cafés", "cafe")])
    func marks(typed: String, marked: String) async throws {
        try await withDesk { open in
            try await open.published("Who is mentored by whom?", answer: "Meet in a cafe, and the rest will follow.")
            let item = try #require(try await open.desk.search(typed, topic: nil, page: 1).items.first)
            #expect(item.excerpt.filter(\.isMatch).map(\.text) == [marked])
        }
    }

    @Test("A slip is mended beside words that are right, and the quotes stay")
    func slips() async throws {
        try await withDesk { open in
            let id = try await open.published("How do I price a workshop for beginners?").id
            let listing = try await open.desk.search("beginers \"price a workshop\"", topic: nil, page: 1)
            #expect(listing.corrected == "beginners \"price a workshop\"")
            #expect(listing.items.map(\.id) == [id])
        }
    }

    @Test("Quotes and dashes of a title are no signs when pages like it are looked for")
    func titles() async throws {
        try await withDesk { open in
            let one = try await open.published("Is \"fair pay\" - not just pay - a thing?").id
            let two = try await open.published("Who decides that pay is fair?").id
            guard case .open(_, let similar) = try await open.desk.page(of: one) else { return #expect(Bool(false)) }
            #expect(similar.map(\.id) == [two])
        }
    }

    @Test("What is superseded stands below what says less of it")
    func superseded() async throws {
        try await withDesk { open in
            let old = try await open.published("How do I price a pot of jam?").id
            let new = try await open.published("What does a small pot cost?").id
            #expect(try await open.found("pot price") == [old, new])
            try await open.published("What does a pot and its price say of jam?")
            let version = try #require(try await open.desk.published(old)).version
            try await open.desk.supersede(old, by: new, version: version, person: open.yasmin)
            #expect(try await open.found("pot price").last == new)
            #expect(try await open.found("pot").last == old)
        }
    }

    @Test("The total is exact to a thousand, and the pages end there")
    func totals() async throws {
        try await withDesk { open in
            try await open.publish(46) { "Question \($0) of the village?" }
            let listing = try await open.desk.search("village", topic: nil, page: 1)
            #expect((listing.total, listing.isExact, listing.pages) == (46, true, 3))
            for page in [0, 51, 10_000] {
                #expect(try await open.desk.search("village", topic: nil, page: page + 4).items.isEmpty)
            }
        }
    }
}

extension OpenDesk {
    /// Published without a batch for each.
    func publish(_ count: Int, _ text: (Int) -> String) async throws {
        for number in 1...count {
            try await desk.publish(
                text(number), topic: "careers", answer: try Answer.Draft(Self.answer), by: nerys,
                month: clock.world.today.month)
        }
    }
}
