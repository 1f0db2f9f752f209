import ArgumentParser
import Foundation
import Measuring
import Storage

struct CardsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cards",
        abstract: "How often one card is one opportunity, and one opportunity one card, by labelled pairs of adverts.")

    @Flag(help: "One JSON object instead of lines.")
    var json = false

    func run() async throws {
        let home = URL(filePath: FileManager.default.currentDirectoryPath)
        let folder = FileManager.default.temporaryDirectory.appending(path: "riffle-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let quality = try await CardQuality(home: home, folder: folder, world: .real)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(quality), as: UTF8.self))
            return
        }
        for row in quality.rows {
            print("\(row.half): \(row.pairs) pairs")
            print("  precision \(words(row.precision))\(row.wrong.isEmpty ? "" : ", wrong: \(row.wrong)")")
            print("  recall    \(words(row.recall))\(row.missed.isEmpty ? "" : ", missed: \(row.missed)")")
        }
        print("Bounds: Wilson, 95 %.")
    }

    private func words(_ share: Share) -> String {
        func percent(_ value: Double) -> String { String(format: "%.1f", value * 100) }
        return "\(share.hits) of \(share.of), \(percent(share.value)) % (\(percent(share.low))–\(percent(share.high)))"
    }
}
