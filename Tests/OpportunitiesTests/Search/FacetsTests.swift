import Foundation
import GRDB
import Testing
import TextSearch

@testable import Opportunities

@Suite("Facets")
struct FacetsTests {
    private static let asked: [[String: String]] = [
        [:], ["near": "Leeds", "within": "25"], ["near": "London", "remote": "also"], ["remote": "only"],
        ["hours": "4", "cost": "none"], ["day": "monday", "slot": "evening", "stated": "only"],
        ["cause": "c5", "kind": "ongoing", "checks": "none"],
        ["age": "16", "access": "step-free", "references": "none"],
        ["near": "B3", "within": "200", "cause": "c1", "hours": "2", "kind": "one-off"],
    ]

    @Test(
        "count each value as plain SQL counts what states it, as if its own facet had not been asked", arguments: asked)
    func likePlainSQL(_ parameters: [String: String]) async throws {
        let seeded = try await FilterTests.generated.value
        let search = try seeded.checked(parameters)
        try await seeded.catalogue.file.read { db in
            let snapshot = try Snapshot(db, day: seeded.today)
            let finding = try Finding(search, snapshot, WordSets(snapshot, db))
            let facets = Facets(finding, snapshot).all
            #expect(facets.map(\.name) == Facet.Name.allCases.filter { $0 != .within || Self.hasWithin(search) })
            for facet in facets {
                for value in facet.values {
                    #expect(
                        value.count == (try Self.count(facet.name, value, search, db)),
                        "\(facet.name) \(value.words)")
                }
            }
        }
    }

    @Test("are counted over what holds the words, and show what is chosen")
    func words() async throws {
        let seeded = try await SeededCatalogue.shared()
        let results = try await seeded.search(["q": "museum", "cause": "Heritage"])
        let causes = try #require(results.facets.first { $0.name == .cause })
        #expect(causes.values.filter(\.isChosen).map(\.value) == ["Heritage"])
        for value in causes.values {
            guard let cause = value.value else { continue }
            #expect(value.count == (try await seeded.search(["q": "museum", "cause": cause])).total, "\(cause)")
        }
    }

    private static func hasWithin(_ search: Search) -> Bool { search.near != nil && search.remote != .only }

    /// What states a value and passes everything but its own facet.
    private static func count(_ name: Facet.Name, _ value: Facet.Value, _ search: Search, _ db: Database) throws -> Int
    {
        let part = Filter.Part(name)
        var parameters = search.without(part).parameters
        if part == .times { parameters.merge(search.parameters.filter { ["day", "slot"].contains($0.key) }) { $1 } }
        if part == .place {
            parameters.merge(search.parameters.filter { ["near", "within", "remote"].contains($0.key) }) { $1 }
        }
        let stated: SQL
        switch (name, value.value) {
        case (.cause, let chosen?):
            stated = "EXISTS (SELECT 1 FROM cause WHERE opportunity = o.number AND cause = \(chosen))"
        case (.cause, nil): stated = "NOT EXISTS (SELECT 1 FROM cause WHERE opportunity = o.number)"
        case (.hours, _): stated = value.value == nil ? "o.hours_least IS NULL" : "o.hours_least IS NOT NULL"
        case (.age, _): stated = value.value == nil ? "o.minimum_age IS NULL" : "o.minimum_age IS NOT NULL"
        case (.day, _), (.slot, _):
            let any: SQL = "EXISTS (SELECT 1 FROM slot WHERE opportunity = o.number)"
            stated = value.value == nil ? "NOT \(any)" : any
            if value.value == nil { (parameters["day"], parameters["slot"]) = (nil, nil) }
        case (.kind, nil):
            stated = """
                o.starts IS NULL AND o.ends IS NULL AND o.hours_least IS NULL
                AND NOT EXISTS (SELECT 1 FROM slot WHERE opportunity = o.number)
                """
        case (.kind, "one-off"): stated = "julianday(o.ends) - julianday(o.starts) < 7"
        case (.kind, _):
            stated = """
                coalesce(julianday(o.ends) - julianday(o.starts) >= 7, 1) AND (o.starts IS NOT NULL OR o.ends IS NOT NULL
                OR o.hours_least IS NOT NULL OR EXISTS (SELECT 1 FROM slot WHERE opportunity = o.number))
                """
        case (.cost, _): stated = answer("o.pays_expenses", value, yesFits: true)
        case (.checks, _): stated = answer("o.needs_check", value, yesFits: false)
        case (.references, _): stated = answer("o.needs_references", value, yesFits: false)
        case (.access, _): stated = answer("o.step_free", value, yesFits: true)
        case (.within, _), (.remote, _): stated = "1"
        }
        if let chosen = value.value, [.within, .remote, .hours, .age, .day, .slot].contains(name) {
            parameters[name.rawValue] = chosen
        }
        let seeded = try #require(Self.places)
        let other = try Search(parameters, places: seeded.0, taxonomy: seeded.1)
        let conditions = PlainSQL(other).conditions
        return try SQLRequest<Int>(
            literal: "SELECT count(*) FROM opportunity o WHERE \(conditions) AND (\(stated))"
        ).fetchOne(db) ?? 0
    }

    private static func answer(_ column: SQL, _ value: Facet.Value, yesFits: Bool) -> SQL {
        if value.words == "Not stated" { return "\(column) IS NULL" }
        return "\(column) = \((value.value != nil) == yesFits)"
    }

    private static let places: (Places, Taxonomy)? = {
        let seeds = SeededCatalogue.seeds
        guard let places = try? Places(file: seeds.appending(path: "uk-outcodes.csv")),
            let taxonomy = try? Taxonomy(file: seeds.appending(path: "volunteering-taxonomy.csv"))
        else { return nil }
        return (places, taxonomy)
    }()
}

extension Filter.Part {
    fileprivate init(_ name: Facet.Name) {
        switch name {
        case .cause: self = .cause
        case .within, .remote: self = .place
        case .hours: self = .hours
        case .day, .slot: self = .times
        case .kind: self = .kind
        case .cost: self = .cost
        case .checks: self = .checks
        case .references: self = .references
        case .access: self = .access
        case .age: self = .age
        }
    }
}
