import ArgumentParser
import Foundation
import Measuring
import Opportunities

struct CurveBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "curve",
        abstract: "How the time of a search grows with the corpus, kind by kind; and the slowest search there is.")

    @Option(help: "The largest corpus; from 10,000 on each has ten times as many.")
    var documents = 1_000_000

    @Option(help: "What the corpora follow from.")
    var seed: UInt64 = 1

    @Option(help: "Among how many the slowest search is looked for, in the largest corpus.")
    var searches = 2_000

    @Flag(help: "One JSON object a line instead of a table.")
    var json = false

    func validate() throws {
        guard (CorpusFolder.fewest...CorpusFolder.most).contains(documents) else {
            throw ValidationError("Ask for \(CorpusFolder.fewest) to \(CorpusFolder.most) opportunities.")
        }
    }

    func run() async throws {
        let home = URL(filePath: FileManager.default.currentDirectoryPath)
        let folder = home.appending(path: ".build/bench")
        let sizes = SearchCurve.sizes(upTo: documents)
        let curve = try await SearchCurve(sizes, seed: seed, in: folder, home: home) { Self.say($0) }
        print(json ? try Self.lines(curve) : Self.table(curve))
        Self.say("Looking for the slowest search")
        let corpus = try await CorpusFolder(sizes.last ?? documents, isLong: false, seed: seed, in: folder, home: home)
        let slowest = try SlowestSearch(
            corpus.catalogue, taxonomy: Taxonomy(file: home.appending(path: "seed-data/volunteering-taxonomy.csv")),
            words: try EngineSearch.frequentWords(500, of: corpus), seed: seed, asking: searches)
        for found in slowest.found.prefix(3) {
            print(String(format: "%.1f ms, the slowest of %d: ", found.milliseconds, slowest.asked) + found.search.told)
        }
    }

    private static func lines(_ curve: SearchCurve) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try curve.rows.map { String(decoding: try encoder.encode($0), as: UTF8.self) }.joined(separator: "\n")
    }

    private static func table(_ curve: SearchCurve) -> String {
        let head = ["p50 / p99 ms"] + curve.sizes.map { "\($0)" } + ["growth"]
        let rows = curve.rows.map { row in
            [row.kind.rawValue]
                + row.times.map { times in times.map { String(format: "%.2f / %.2f", $0.p50, $0.p99) } ?? "–" }
                + [row.growth.map { String(format: "%.1f", $0) } ?? "–"]
        }
        let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
        return ([head] + rows).map { row in
            zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    /// To standard error, so that --json can be read by a program.
    private static func say(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}

extension Search {
    fileprivate var told: String {
        let parts = [
            near.map { "within \(within) miles of \($0.place.name)" }, remote.map { "remote \($0.rawValue)" },
            lean.map { "leaning to \($0.rawValue)" }, cause.map { "cause \($0.id)" },
            wantsFacets ? "with facets" : nil, isAsTyped ? "as typed" : nil,
        ]
        return ([text.isEmpty ? "no words" : text] + parts.compactMap(\.self)).joined(separator: ", ")
    }
}
