import ArgumentParser
import Foundation
import Opportunities
import TextSearch

/// Ranks any documents for any queries as members' searches are ranked, so that the ranking can be judged.
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print a TREC run (qid Q0 docid rank score tag): documents ranked by the site's own ranker.")

    @Option(help: "JSON lines with id, title, text, and tags if there are any.") var documents: String
    @Option(help: "Lines with an id, a tab, and the words.") var queries: String
    @Option(help: "How many documents a query gets at most.") var top = 1_000
    @Option(help: "Where seed-data is.") var home: String?

    func run() throws {
        guard (1...100_000).contains(top) else { throw ValidationError("--top is a number from 1 to 100000.") }
        let queries = try lines(of: queries).map { try query($0, at: $1) }
        let documents = try lines(of: documents).map { try document($0, at: $1) }
        let synonyms = try Synonyms(
            file: try Settings.home(home ?? ProcessInfo.processInfo.environment["RIFFLE_HOME"]).appending(
                path: "seed-data/synonyms.csv"), stem: Porter2.stem)
        let collection = try Collection(documents, language: Language(synonyms: synonyms))
        for query in queries {
            let run = collection.best(top, for: query.text).enumerated().map { place, found in
                "\(query.id) Q0 \(found.id) \(place + 1) \(found.score) riffle"
            }
            if !run.isEmpty { print(run.joined(separator: "\n")) }
        }
    }

    /// With the number of each; empty ones are passed over.
    private func lines(of file: String) throws -> [(text: Substring, number: Int)] {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(filePath: file))
        } catch {
            throw Failure("\(file) cannot be read: \(error.localizedDescription)")
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: /\r?\n/, omittingEmptySubsequences: false)
            .enumerated().filter { !$0.element.isEmpty }.map { ($0.element, $0.offset + 1) }
    }

    private func query(_ line: Substring, at number: Int) throws -> (id: Substring, text: String) {
        let parts = line.split(separator: "\t", maxSplits: 1)
        guard parts.count == 2, !parts[0].contains(where: \.isWhitespace) else {
            throw Failure("\(queries), line \(number): expected an id without spaces, a tab, and the words.")
        }
        return (parts[0], String(parts[1]))
    }

    private func document(_ line: Substring, at number: Int) throws -> TextSearch.Collection.Document {
        struct Line: Decodable {
            let id: String
            let title: String?
            let text: String?
            let tags: Tags?
        }
        /// A text, or a list of them.
        struct Tags: Decodable {
            let text: String
            init(from decoder: any Decoder) throws {
                let value = try decoder.singleValueContainer()
                text = try (try? value.decode(String.self)) ?? value.decode([String].self).joined(separator: "\n")
            }
        }
        do {
            let read = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
            return .init(id: read.id, title: read.title ?? "", text: read.text ?? "", tags: read.tags?.text ?? "")
        } catch {
            throw Failure(
                "\(documents), line \(number): expected a JSON object with the texts id, title, text and perhaps tags.")
        }
    }
}
