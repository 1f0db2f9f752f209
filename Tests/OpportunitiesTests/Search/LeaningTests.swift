import GRDB
import Storage
import Testing

@testable import Opportunities

@Suite("A lean")
struct LeaningTests {
    @Test("to nearer brings what is nearer to the front, and says so in the numbers")
    func nearer() async throws {
        let seeded = try await SeededCatalogue.shared()
        let asked = ["q": "older people", "near": "Birmingham", "within": "100"]
        func miles(_ lean: String) async throws -> [Double] {
            try await seeded.search(asked.merging(["lean": lean]) { $1 }).results.prefix(10).compactMap(\.distanceMiles)
        }
        let (usual, leaning) = (try await miles("none"), try await miles("nearer"))
        #expect(leaning.reduce(0, +) < usual.reduce(0, +))
    }

    @Test("to sooner brings what is on sooner to the front, what is over never")
    func sooner() async throws {
        let seeded = try await FilterTests.generated.value
        let results = try await seeded.search(["lean": "sooner"])
        let days = results.results.compactMap { found in
            found.why.first { $0.factor == .dates }?.words
        }
        #expect(days.count == 20)
        #expect(days.allSatisfy { $0.hasPrefix("next date") })
        for found in results.results {
            #expect(abs(found.why.reduce(0) { $0 + $1.value } - found.score) < 0.000_001)
        }
    }

    @Test("to the words weighs them three times")
    func words() async throws {
        let seeded = try await SeededCatalogue.shared()
        func weight(_ lean: String) async throws -> [String: Double] {
            let results = try await seeded.search(["q": "museum", "lean": lean, "limit": "100"])
            return Dictionary(
                results.results.map { found in
                    (found.id.description, found.why.first { $0.factor == .words }?.value ?? 0)
                }, uniquingKeysWith: { first, _ in first })
        }
        let (usual, leaning) = (try await weight("none"), try await weight("words"))
        for (id, value) in usual { #expect(abs((leaning[id] ?? 0) - 3 * value) < 0.000_001) }
    }

    @Test("without words is over everything, not only over what usually stands first")
    func exhaustive() async throws {
        let seeded = try await FilterTests.generated.value
        try await seeded.catalogue.file.read { db in
            let snapshot = try Snapshot(db, day: seeded.today)
            for parameters in [
                [:], ["lean": "sooner"], ["near": "Leeds", "within": "200", "remote": "also"], ["cost": "none"],
            ] {
                let search = try seeded.checked(parameters)
                let finding = try Finding(search, snapshot, WordSets(snapshot, db))
                func ranked(_ most: Int) throws -> [Int] {
                    let candidates = try Candidates(finding: finding, snapshot: snapshot)
                        .best(most, WordSets(snapshot, db))
                    let coverage = try Coverage(search, among: [], in: db)
                    return Ranker(search: search, coverage: coverage, snapshot: snapshot).ranked(candidates)
                        .prefix(100).map(\.candidate.number)
                }
                #expect(try ranked(150) == ranked(100_000), "\(parameters)")
            }
        }
    }
}
