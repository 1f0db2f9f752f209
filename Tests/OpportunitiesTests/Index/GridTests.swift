import GRDB
import Storage
import Testing
import TextSearch

@testable import Opportunities

@Suite("The grid of places")
struct GridTests {
    @Test(
        "finds exactly what plain SQL finds around a point, as far away",
        arguments: [
            (53.8, -1.55, 10.0), (53.8, -1.55, 1), (51.5, -0.12, 15), (51.5, -0.12, 500), (57.5, -4.2, 200),
            (0.0, 179.99, 500), (89.9, 10, 300), (-89.9, 0, 40), (12.0, -179.9, 12_000), (52.0, -2, 13_000),
        ])
    func around(latitude: Double, longitude: Double, miles: Double) async throws {
        let seeded = try await FilterTests.generated.value
        let centre = try #require(Coordinate(latitude: latitude, longitude: longitude))
        try await seeded.catalogue.file.read { db in
            let snapshot = try Snapshot(db, day: seeded.today)
            let nearby = snapshot.grid.within(miles, of: centre)
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT number, min(\(PlainSQL.miles(from: centre))) AS miles FROM opportunity
                    JOIN whereabouts w ON w.opportunity = number WHERE withdrawn IS NULL
                    GROUP BY number HAVING miles <= \(miles) ORDER BY number
                    """
            ).fetchAll(db)
            #expect(snapshot.numbers(of: nearby.documents) == rows.map { $0["number"] as Int })
            for row in rows {
                let document = try #require(snapshot.attributes.document(of: row["number"]))
                let away = try #require(nearby.miles(to: document))
                #expect(abs(away - (row["miles"] as Double)) < 0.001)
            }
        }
    }

    @Test("measures as coordinates do")
    func circle() throws {
        let leeds = try #require(Coordinate(latitude: 53.8, longitude: -1.55))
        let circle = Circle(leeds, miles: 600)
        for (latitude, longitude) in [(53.8, -1.55), (53.81, -1.5), (51.5, -0.12), (60.1, -1.2), (50.1, -5.5)] {
            let place = try #require(Coordinate(latitude: latitude, longitude: longitude))
            let miles = try #require(circle.miles(toLatitude: latitude, longitude: longitude))
            #expect(abs(miles - leeds.miles(to: place)) < 0.000_001)
        }
        #expect(circle.miles(toLatitude: 40, longitude: 20) == nil)
    }
}
