import Testing

@testable import Opportunities

@Suite("The coach for thin results")
struct CoachTests {
    @Test(
        "says at most five things, none of which adds nothing, each counted as following it finds",
        arguments: [
            ["q": "dog walking", "near": "B3", "within": "10"],
            ["q": "befriending", "near": "Inverness", "within": "2"],
            ["near": "Leeds", "within": "1", "cost": "none", "checks": "none", "day": "sunday"],
            ["q": "museum", "remote": "only"], ["q": "zebra", "cause": "Health", "age": "5", "kind": "one-off"],
            ["q": "museum", "stated": "only", "hours": "1"],
        ])
    func counted(parameters: [String: String]) async throws {
        let seeded = try await SeededCatalogue.shared()
        let results = try await seeded.search(parameters.merging(["spelling": "as-typed"]) { old, _ in old })
        #expect(results.total < 10)
        #expect((1...5).contains(results.relaxations.count))
        for relaxation in results.relaxations {
            #expect(relaxation.adds > 0)
            let relaxed = try await seeded.search(relaxation.search.parameters)
            #expect(relaxed.total == results.total + relaxation.adds, "\(relaxation.change)")
        }
    }

    @Test("knows what else a word is called, and the cause it names")
    func synonyms() async throws {
        let seeded = try await SeededCatalogue.shared()
        let named = seeded.catalogue.taxonomy.named(in: ["wildlife", "and", "elderly"])
        #expect(!named.isEmpty)
        for one in named { #expect(one.otherwise.allSatisfy { $0.words != "wildlife and elderly" }) }
    }

    @Test("says nothing where enough is found")
    func silent() async throws {
        let seeded = try await SeededCatalogue.shared()
        #expect(try await seeded.search(["q": "museum"]).relaxations.isEmpty)
    }
}
