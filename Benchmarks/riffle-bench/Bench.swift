import ArgumentParser
import Foundation
import Measuring
import Storage

/// What is measured. `bin/bench` builds it in release and starts it in the repository.
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure what the README promises.",
        subcommands: [
            Routing.self, Tokens.self, DeskCommand.self, SpaceCommand.self, SearchBench.self, CurveBench.self,
            HarvestBench.self,
            CardsCommand.self,
        ])
}

struct Routing: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "How often a labelled question finds its specialty, beside plain BM25 over the descriptions.")

    @Flag(help: "One JSON object instead of a table.")
    var json = false

    func run() async throws {
        let quality = try await inFolders { home, folder in
            try await RoutingQuality(home: home, folder: folder, world: .real)
        }
        if json {
            print(try quality.asJSON)
        } else {
            print(Table(quality).text)
        }
    }
}

/// The figures as a person reads them: shares in per cent, with Wilson's bounds at 95 %.
struct Table {
    let text: String

    init(_ quality: RoutingQuality) {
        let head = ["", "half", "questions", "right first", "in first three", "first, of one specialty"]
        let rows = quality.rows.map {
            [
                $0.router, $0.half, "\($0.first.of)", Self.words($0.first), Self.words($0.firstThree),
                Self.words($0.firstOfOne),
            ]
        }
        let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
        text =
            ([head] + rows).map { row in
                zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined(separator: "  ")
            }.joined(separator: "\n")
            + "\n\nOf a question that straddles two specialties either counts as right. Bounds: Wilson, 95 %."
    }

    private static func words(_ share: Share) -> String {
        func percent(_ value: Double) -> String { String(format: "%.1f", value * 100) }
        return "\(percent(share.value)) % (\(percent(share.low))–\(percent(share.high)))"
    }
}
