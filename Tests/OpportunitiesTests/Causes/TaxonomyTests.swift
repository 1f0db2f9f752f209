import Foundation
import Testing

@testable import Opportunities

@Suite("The taxonomy of causes")
struct TaxonomyTests {
    private let taxonomy: Taxonomy

    init() throws {
        taxonomy = try Taxonomy(file: SeededCatalogue.seeds.appending(path: "volunteering-taxonomy.csv"))
    }

    @Test("has 45 causes")
    func all() { #expect(taxonomy.causes.count == 45) }

    @Test(
        "finds a cause by id, label or synonym",
        arguments: [
            ("AnimalWelfare", "AnimalWelfare"), ("animal welfare", "AnimalWelfare"), ("pets", "AnimalWelfare"),
            ("Pensioners", "OlderPeople"), ("kids", "YouthAndChildren"), ("museum", "Heritage"),
        ])
    func find(typed: String, expected: String) { #expect(taxonomy.find(typed)?.id == expected) }

    @Test(
        "reads Do-it's own labels",
        arguments: [
            ("Sustainability, heritage and environment", ["Environment", "Heritage"]),
            ("Young People & Children", ["YouthAndChildren"]), ("Health and social care", ["Health", "Care"]),
            ("Art and culture", ["ArtsAndCulture"]), ("Older people", ["OlderPeople"]), ("Community", ["Community"]),
            ("Crisis and Welfare", ["DevelopmentEmergencyRelief", "AntiPoverty"]),
            ("Sports, art and culture", ["SportOutdoorActivities", "ArtsAndCulture"]),
        ])
    func labels(label: String, expected: [String]) { #expect(taxonomy.causes(labelled: label).map(\.id) == expected) }

    @Test("keeps a label that nobody has defined")
    func undefined() { #expect(taxonomy.causes(labelled: "Space weather").map(\.label) == ["Space weather"]) }

    @Test("infers what a title names or a text speaks of in two ways, and nothing from one passing word")
    func inferred() {
        #expect(taxonomy.inferred(title: "Museum guide", text: "").map(\.id) == ["Heritage"])
        #expect(
            taxonomy.inferred(title: "Helper", text: "Young people and children come here.").map(\.id) == [
                "YouthAndChildren"
            ])
        #expect(taxonomy.inferred(title: "Helper", text: "We welcome parents.").isEmpty)
    }
}
