import Foundation
import Opportunities
import Testing
import TextSearch

@Suite("A search")
struct SearchingTests {
    @Test("finds by words, marks them, and says why in numbers that add up")
    func words() async throws {
        let seeded = try await SeededCatalogue.shared()
        let results = try await seeded.search(["q": "museum"])
        #expect(results.total == 31)
        #expect(results.pages == 2)
        #expect(results.results.count == 20)
        let first = try #require(results.results.first)
        #expect(first.title.contains("Museum"))
        #expect(first.titlePieces.contains { $0.isMatch && $0.text == "Museum" })
        #expect(first.titlePieces.map(\.text).joined() == first.title)
        #expect(first.why.contains { $0.factor == .words && $0.words == "has “museum”, in the title" })
        for found in results.results {
            #expect(abs(found.why.reduce(0) { $0 + $1.value } - found.score) < 0.000_001)
        }
    }

    @Test("puts what holds every word before what holds some, and says which")
    func coverage() async throws {
        let seeded = try await SeededCatalogue.shared()
        let results = try await seeded.search(["q": "telephone befriending older people"])
        let first = try #require(results.results.first)
        #expect(results.holdingEveryWord > 0 && results.holdingEveryWord < results.total)
        #expect(first.why.contains { $0.words.hasPrefix("has all 4 words") })
        #expect(first.title.localizedStandardContains("befriending"))
    }

    @Test("near a place finds what is within the miles, nearest first, and tells how far")
    func near() async throws {
        let seeded = try await SeededCatalogue.shared()
        let results = try await seeded.search(["near": "Birmingham", "within": "10"])
        #expect(results.total > 0)
        for found in results.results {
            let miles = try #require(found.distanceMiles)
            #expect(miles <= 10)
            #expect(found.why.contains { $0.factor == .distance && $0.words.hasSuffix("away") })
        }
        let wider = try await seeded.search(["near": "Birmingham", "within": "50"])
        #expect(wider.total > results.total)
    }

    @Test("says what would find more, counted so that following it finds just that")
    func relaxations() async throws {
        let seeded = try await SeededCatalogue.shared()
        let results = try await seeded.search(["q": "dog walking", "near": "B3", "within": "10"])
        #expect(results.total == 0)
        #expect(results.relaxations.contains { $0.change == "from home too" })
        #expect(results.relaxations.contains { $0.change == "anywhere" })
        for relaxation in results.relaxations {
            let relaxed = try await seeded.search(relaxation.search.parameters)
            #expect(relaxed.total == results.total + relaxation.adds)
        }
    }

    @Test("from home finds what can be done from home, and no distance")
    func remote() async throws {
        let seeded = try await SeededCatalogue.shared()
        let results = try await seeded.search(["remote": "only", "limit": "100"])
        #expect(results.total == 53)
        #expect(results.results.allSatisfy { $0.remote && $0.place.hasPrefix("From home") })
    }

    @Test("by cause finds what is filed under it, as often as the list of causes says")
    func cause() async throws {
        let seeded = try await SeededCatalogue.shared()
        let causes = try await seeded.catalogue.causes()
        #expect(causes.first?.label == "Community")
        for cause in causes {
            #expect(try await seeded.search(["cause": cause.id]).total == cause.opportunities)
        }
    }

    @Test("from a wish to learn says whether it is gained, practised or only spoken of, and quotes the line")
    func develops() async throws {
        let seeded = try await SeededCatalogue.shared()
        let results = try await seeded.search(["develops": "teamwork"])
        let first = try #require(results.results.first)
        #expect(first.why.contains { $0.factor == .develops && $0.words == "says you develop it" })
        #expect(first.skillLine.contains { $0.isMatch && $0.text == "Teamwork" })
    }

    @Test("for little time leaves out what says it takes more, and tells “not stated” apart")
    func hours() async throws {
        let seeded = try await SeededCatalogue.shared()
        let results = try await seeded.search(["hours": "1", "limit": "100"])
        #expect(results.total < 340)
        let first = try #require(
            results.results.first { found in found.why.contains { $0.factor == .hours && $0.value > 0 } })
        #expect(first.why.contains { $0.words.contains("hour") })
        #expect(results.results.contains { $0.why.contains { $0.words == "hours not stated" } })
    }

    @Test("for a slip of the fingers looks for the word that was meant, unless told not to")
    func spelling() async throws {
        let seeded = try await SeededCatalogue.shared()
        let slipped = try await seeded.search(["q": "telephone befreinding"])
        #expect(slipped.corrected == "telephone befriending")
        #expect(slipped.total == (try await seeded.search(["q": "telephone befriending"])).total)
        let asTyped = try await seeded.search(["q": "befreinding", "spelling": "as-typed"])
        #expect(asTyped.corrected == nil)
        #expect(asTyped.total == 0)
        #expect(try await seeded.search(["q": "museum"]).corrected == nil)
    }

    @Test("without words shows everything, what is over after what is not, research that pays last")
    func everything() async throws {
        let seeded = try await SeededCatalogue.shared()
        var all: [Results.Found] = []
        for page in 1...17 { all += try await seeded.search(["page": "\(page)"]).results }
        #expect(all.count == 330, "eight repeat the title of another of their organisation, two are others again")
        let beside = all.flatMap { $0.copies.map(\.id) + $0.others.map(\.id) }
        #expect(Set(all.map(\.id) + beside).count == 340)
        #expect(all.last?.isPaidResearch == true)
        let over = all.map { $0.why.contains { $0.words.hasPrefix("its dates ended") } }
        #expect(over.firstIndex(of: true).map { over[$0...].allSatisfy { $0 } } == true)
        #expect(try await seeded.search(["page": "18"]).results.isEmpty)
    }

    @Test("gives the same order each time, in a catalogue built anew too")
    func deterministic() async throws {
        let first = try await SeededCatalogue.shared()
        let second = try await SeededCatalogue.full()
        for parameters in [[:], ["q": "gardening with children"], ["near": "Leeds", "within": "100"]] {
            let orders = [
                try await first.search(parameters), try await first.search(parameters),
                try await second.search(parameters),
            ].map { $0.results.map(\.id) }
            #expect(orders[0] == orders[1])
            #expect(orders[0] == orders[2])
        }
    }

    @Test(
        "never fails for what was typed",
        arguments: [
            "c++", "can't", "\"unbalanced", "a AND", "AND OR NOT NEAR(", "title:x') AND", "^a", "{a} : b", "-x", "*",
            String(repeating: "(", count: 100), "a\0b", "\u{1F98A}", "\u{1E900}", "'; DROP TABLE opportunity; --", "%",
            "\\",
            "\u{2}dog\u{3}", "ﬁ ½ ٣", "hospice hospice hospice",
        ])
    func hostile(typed: String) async throws {
        let seeded = try await SeededCatalogue.shared()
        for field in ["q", "brings", "develops", "cause"] {
            let results = try await seeded.search([field: typed, "near": "London", "remote": "also"])
            #expect(results.results.count <= 20)
        }
        #expect(try await seeded.catalogue.count() == 340)
    }
}
