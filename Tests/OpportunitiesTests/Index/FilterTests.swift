import GRDB
import Storage
import Testing
import TextSearch

@testable import Opportunities

@Suite("A filter")
struct FilterTests {
    private static let asked: [[String: String]] = [
        [:], ["remote": "only"], ["remote": "in-person"], ["near": "Leeds"], ["near": "B3", "within": "40"],
        ["near": "London", "remote": "also", "within": "5"], ["near": "Leeds", "remote": "only"],
        ["near": "Leeds", "remote": "in-person", "within": "500"], ["cause": "c7"], ["cause": "Community"],
        ["cause": "no such cause"], ["hours": "0.25"], ["hours": "2"], ["hours": "80"], ["day": "tuesday"],
        ["slot": "evening"], ["day": "sunday", "slot": "morning"], ["from": "2026-11-22"], ["from": "2026-12-20"],
        ["from": "1960-01-01"], ["kind": "one-off"], ["kind": "ongoing"], ["cost": "none"], ["checks": "none"],
        ["references": "none"], ["access": "step-free"], ["age": "16"], ["age": "5"],
        ["near": "Leeds", "within": "100", "hours": "4", "day": "monday", "cost": "none", "age": "18"],
        ["kind": "ongoing", "checks": "none", "references": "none", "access": "step-free", "from": "2026-12-01"],
    ]

    @Test("leaves exactly what plain SQL leaves", arguments: asked)
    func likePlainSQL(_ parameters: [String: String]) async throws {
        for seeded in [try await SeededCatalogue.shared(), try await Self.generated.value] {
            for stated in ["any", "only"] {
                let search = try seeded.checked(parameters.merging(["stated": stated]) { old, _ in old })
                try await seeded.catalogue.file.read { db in
                    let snapshot = try Snapshot(db, day: seeded.today)
                    let documents = Filter(search, snapshot).documents
                    #expect(snapshot.numbers(of: documents) == (try PlainSQL(search).numbers(db)), "\(stated)")
                }
            }
        }
    }

    @Test("can be asked as if one thing had not been", arguments: Filter.Part.allCases)
    func lifted(part: Filter.Part) async throws {
        let seeded = try await Self.generated.value
        let everything = try seeded.checked([
            "near": "Leeds", "within": "200", "remote": "also", "cause": "c3", "hours": "4", "day": "monday",
            "from": "2026-10-01", "kind": "ongoing", "cost": "none", "checks": "none", "references": "none",
            "access": "step-free", "age": "18",
        ])
        let (lifted, other) = (everything, everything.without(part))
        try await seeded.catalogue.file.read { db in
            let snapshot = try Snapshot(db, day: seeded.today)
            let documents = Filter(lifted, snapshot).documents(without: part)
            #expect(snapshot.numbers(of: documents) == (try PlainSQL(other).numbers(db)))
        }
    }

    static let generated = Task { try await GeneratedCatalogue.make(3_000) }
}

extension SeededCatalogue {
    var today: Day { Day(number: 20_779) }

    func checked(_ parameters: [String: String]) throws -> Search {
        try Search(parameters, places: catalogue.places, taxonomy: catalogue.taxonomy)
    }
}

extension Snapshot {
    func numbers(of documents: DocumentSet) -> [Int] {
        var numbers: [Int] = []
        documents.forEach { numbers.append(Int(attributes.numbers[$0])) }
        return numbers
    }
}
