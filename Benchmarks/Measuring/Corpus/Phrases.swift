import Foundation
import GRDB
import Opportunities
import TextSearch

/// What the corpus is spoken in: titles, sentences and lines of the real adverts, places, causes.
struct Phrases: Sendable {
    struct Sentence: Sendable {
        let bytes: [UInt8]
        /// Where a word begins, but for the first.
        let breaks: [Int]

        init(_ text: Substring) {
            let bytes = Array(text.utf8)
            self.bytes = bytes
            breaks = bytes.indices.dropFirst().filter { bytes[$0 - 1] == UInt8(ascii: " ") }
        }
    }
    struct Advert: Sendable {
        let title: String
        /// Its own, as numbers of `sentences`.
        let sentences: [Int]
    }
    struct Area: Sendable {
        let code: String
        let town: String
        let region: String
        let latitude: Double
        let longitude: Double

        var surroundings: String { town == region || region.isEmpty ? town : "\(town), \(region)" }
    }

    let adverts: [Advert]
    let sentences: [Sentence]
    let gains: [String]
    let needs: [String]
    let causes: [Cause]
    let areas: [Area]

    /// - Parameters:
    ///   - catalogue: with the seeds harvested, and nothing else.
    ///   - home: where `seed-data` is.
    init(_ catalogue: Catalogue, home: URL) async throws {
        let texts = try await catalogue.database.read { db in
            try Row.fetchAll(db, sql: "SELECT title, text FROM searchable ORDER BY rowid")
                .map { (title: $0["title"] as String, text: $0["text"] as String) }
        }
        var numbers: [Substring: Int] = [:]
        var sentences: [Sentence] = []
        var adverts: [Advert] = []
        for (title, text) in texts {
            let own = Sentences.of(text).filter { $0.utf8.count > 20 }.map { sentence in
                if let number = numbers[sentence] { return number }
                numbers[sentence] = sentences.count
                sentences.append(Sentence(sentence))
                return sentences.count - 1
            }
            if !own.isEmpty { adverts.append(Advert(title: title, sentences: own)) }
        }
        self.adverts = adverts
        self.sentences = sentences
        gains = try await Self.lines("gains", catalogue)
        needs = try await Self.lines("needs", catalogue)
        causes = catalogue.taxonomy.causes
        areas = try Self.areas(in: home.appending(path: "seed-data/uk-outcodes.csv"))
    }

    private static func lines(_ kind: String, _ catalogue: Catalogue) async throws -> [String] {
        try await catalogue.database.read { db in
            try String.fetchAll(
                db, sql: "SELECT DISTINCT text FROM line WHERE kind = ? AND boilerplate = 0 ORDER BY text",
                arguments: [kind])
        }
    }

    /// Columns `postcode,eastings,northings,latitude,longitude,town,region,…`; rows that quote a comma are left out.
    private static func areas(in file: URL) throws -> [Area] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard !line.contains("\""), fields.count > 6, !fields[5].isEmpty, let latitude = Double(fields[3]),
                let longitude = Double(fields[4])
            else { return nil }
            return Area(
                code: fields[0], town: fields[5], region: fields[6], latitude: latitude, longitude: longitude)
        }
    }
}
