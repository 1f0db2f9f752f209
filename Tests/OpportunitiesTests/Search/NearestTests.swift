import GRDB
import Storage
import Testing
import TextSearch

@testable import Opportunities

@Suite("Without words, near a place")
struct NearestTests {
    @Test(
        "the best found in growing circles are the best of all, ties included",
        arguments: [
            (53.8, -1.55, 5), (51.5, -0.12, 25), (51.5, -0.12, 100), (52.5, -1.9, 300), (57.5, -4.2, 1),
        ], [Search.Lean?.none, .nearer, .sooner])
    func circles(around: (latitude: Double, longitude: Double, miles: Int), lean: Search.Lean?) async throws {
        let seeded = try await FilterTests.generated.value
        let centre = try #require(Coordinate(latitude: around.latitude, longitude: around.longitude))
        try await seeded.catalogue.file.read { db in
            let snapshot = try Snapshot(db, day: seeded.today)
            for isFree in [false, true] {
                var search = Search()
                search.near = Place.Match(Place(name: "Here", coordinate: centre))
                search.within = around.miles
                search.lean = lean
                search.costsNothing = isFree
                let finding = try Finding(search, snapshot, db)
                let own = OwnWorth(finding)
                let every = (0..<snapshot.count).filter { finding.allowed?.contains($0) ?? true }
                    .map { (document: $0, points: own.points(of: $0)) }
                    .sorted { ($1.points, $0.document) < ($0.points, $1.document) }
                for most in [1, 20, 200] {
                    let best = Candidates(finding: finding).best(most)
                    #expect(best.map(\.document) == every.prefix(most).map(\.document))
                    #expect(best.allSatisfy { $0.miles != nil })
                }
            }
        }
    }
}
