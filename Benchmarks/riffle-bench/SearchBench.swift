import ArgumentParser
import Foundation
import Measuring
import Opportunities

struct SearchBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "How long searches take, kind by kind, beside SQLite's own ranking and tantivy over the same adverts."
    )

    @Option(help: "How many opportunities.")
    var documents = 1_000_000

    @Flag(help: "Descriptions as long as real ones: a median of 880 characters.")
    var long = false

    @Option(help: "What the corpus follows from.")
    var seed: UInt64 = 1

    @Flag(help: "Also compare each search's best with the best of scoring everything: ten minutes at a million.")
    var exact = false

    @Flag(help: "One JSON object a line instead of a table.")
    var json = false

    func validate() throws {
        guard (CorpusFolder.fewest...CorpusFolder.most).contains(documents) else {
            throw ValidationError("Ask for \(CorpusFolder.fewest) to \(CorpusFolder.most) opportunities.")
        }
    }

    func run() async throws {
        let home = URL(filePath: FileManager.default.currentDirectoryPath)
        let corpus = try await CorpusFolder(
            documents, isLong: long, seed: seed, in: home.appending(path: ".build/bench"), home: home
        ) { Self.say("\($0) opportunities") }
        if let making = corpus.making {
            Self.say(
                String(
                    format: "Made in %.0f s: %.0f rows a second", making.seconds, Double(making.rows) / making.seconds))
        }
        let stock = try StockIndex(corpus)
        let file = corpus.folder.appending(path: "queries.jsonl")
        let queries = try await DrawnQueries(corpus, stock: stock, in: file)
        let tantivy = try await Tantivy(corpus, queries: file, home: home)
        defer { tantivy.stop() }
        Self.say("Reading the words into memory")
        let engine = try EngineSearch(corpus)
        let seeds = home.appending(path: "seed-data")
        let catalogue = try CatalogueSearch(
            corpus, taxonomy: Taxonomy(file: seeds.appending(path: "volunteering-taxonomy.csv")))
        let figures = try SearchFigures(
            queries, stock: stock, tantivy: tantivy, engine: { try engine.rows($0) ?? catalogue.rows($0) }
        ) {
            Self.say("Round \($0) of \(SearchFigures.rounds)")
        }
        let rows =
            json ? try figures.rows.map { try SearchLine($0).text }.joined(separator: "\n") : SearchTable(figures).text
        print(rows)
        print(try IndexFigures(engine, catalogue, stock: stock, tantivy: tantivy).line())
        tantivy.stop()
        if exact {
            Self.say("Comparing with scoring everything")
            print(try ExactSearches(queries.all, engine).line())
        }
        Self.say("Asking over HTTP")
        let folder = FileManager.default.temporaryDirectory.appending(path: "riffle-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        print(try await SearchOverHTTP(corpus, queries, home: home, folder: folder).line())
    }

    /// To standard error, so that --json can be read by a program.
    private static func say(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}

/// The figures as a person reads them: milliseconds.
struct SearchTable {
    let text: String

    init(_ figures: SearchFigures) {
        let head = ["", "Riffle p50", "p99", "FTS5 p50", "tantivy p50", "p99", "ratio p50", "p99"]
        let rows = figures.rows.map { row in
            [
                row.kind.rawValue, Self.words(row.riffle?.p50), Self.words(row.riffle?.p99), Self.words(row.fts5?.p50),
                Self.words(row.tantivy?.p50), Self.words(row.tantivy?.p99), Self.words(row.ratio(\.p50)),
                Self.words(row.ratio(\.p99)),
            ]
        }
        let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
        text = ([head] + rows).map { row in
            zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    private static func words(_ value: Double?) -> String { value.map { String(format: "%.3f", $0) } ?? "–" }
}
