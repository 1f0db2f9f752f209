import Opportunities
import Testing
import TextSearch

@Suite("Suggestions")
struct SuggestingTests {
    @Test("come from titles, causes, places and organisations of the adverts")
    func kinds() async throws {
        let catalogue = try await SeededCatalogue.shared().catalogue
        let found = try await catalogue.suggestions(for: "bir")
        #expect(found.contains { $0.kind == .place && $0.text.hasPrefix("Birmingham") })
        let animals = try #require(try await catalogue.suggestions(for: "animal w").first { $0.kind == .cause })
        #expect(animals.value == "AnimalWelfare" && animals.text == "Animal Welfare" && animals.opportunities > 0)
        #expect(try await catalogue.suggestions(for: "befreinding ").contains { $0.text.contains("efriend") })
        #expect(try await catalogue.suggestions(for: " ").isEmpty)
    }

    @Test("hold as many as a search for them finds")
    func counts() async throws {
        let catalogue = try await SeededCatalogue.shared().catalogue
        let causes = try await catalogue.causes()
        for letter in "abcdefghijklmnopqrstuvwxyz" {
            for found in try await catalogue.suggestions(for: String(letter)) {
                switch found.kind {
                case .cause:
                    #expect(causes.first { $0.id == found.value }?.opportunities == found.opportunities, "\(found)")
                case .place: #expect(catalogue.places.find(found.value)?.place.name == found.value, "\(found)")
                case .title, .organisation: #expect(found.value == found.text && found.opportunities > 0)
                }
            }
        }
    }

    @Test("change with a harvest, and serve until they have")
    func harvested() async throws {
        let seeded = try SeededCatalogue()
        let catalogue = seeded.catalogue
        #expect(try await catalogue.suggestions(for: "volunteer").isEmpty)
        for source in Source.seeds {
            try await catalogue.add(source)
            _ = try await catalogue.harvest(source.name, from: SeededCatalogue.seeds)
        }
        // Asked again and again, as by somebody who types on.
        var tries = 0
        while try await catalogue.suggestions(for: "volunteer").isEmpty, tries < 20_000 { tries += 1 }
        #expect(tries < 20_000)
    }
}
