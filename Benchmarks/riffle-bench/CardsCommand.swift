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
        let quality = try await inFolders { home, folder in
            try await CardQuality(home: home, folder: folder, world: .real)
        }
        if json {
            print(try quality.asJSON)
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
