import Foundation
import Measuring
import Storage
import Testing

@Suite("One card")
struct CardQualityTests {
    /// Floors under what `bin/bench cards` prints.
    @Test("is one opportunity 99 times in 100, and nine opportunities in ten are one card")
    func floors() async throws {
        let home = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardizedFileURL
        let folder = FileManager.default.temporaryDirectory.appending(path: "cards-\(World.real.secret())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let quality = try await CardQuality(home: home, folder: folder, world: .real)
        for row in quality.rows {
            #expect(row.precision.value >= 0.99, "\(row.half): \(row.wrong)")
            #expect(row.recall.value >= 0.9, "\(row.half): \(row.missed)")
            #expect(row.pairs >= 200 && row.precision.of >= 100)
        }
    }
}
