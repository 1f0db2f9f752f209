import ArgumentParser
import Foundation
import Opportunities
import Storage

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Search the opportunities as a member would.")

    @OptionGroup var shared: SharedOptions
    @Argument(help: "What you want to do.") var words: [String] = []
    @Option(help: "A town, a region, or the first half of a postcode.") var near: String?
    @Option(help: "Miles around it.") var within: String?
    @Option(help: "A cause.") var cause: String?
    @Flag(help: "From home only.") var remote = false
    @Option(help: "How many results, at most 100.") var limit: String?
    @Flag(help: "Say why each stands where it does.") var explain = false
    @Flag(help: "One JSON object a line.") var json = false

    func run() async throws {
        let catalogue = try Rooms.catalogue(try Settings(overStandingData: shared))
        let results = try await catalogue.search(try search(catalogue))
        if let corrected = results.corrected, !json { print("Showing results for \(corrected)") }
        for found in results.results {
            print(json ? try found.json : found.text(explained: explain))
        }
        guard !json else { return }
        print(
            "\(results.total) found\(results.total > results.results.count ? ", \(results.results.count) shown" : "")")
        for relaxation in results.relaxations { print("+\(relaxation.adds) \(relaxation.change)") }
    }

    private func search(_ catalogue: Catalogue) throws -> Search {
        let parameters: [String: String?] = [
            "q": words.joined(separator: " "), "near": near, "within": within, "cause": cause,
            "remote": remote ? "only" : nil, "limit": limit,
        ]
        do {
            return try Search(
                parameters.compactMapValues(\.self), places: catalogue.places, taxonomy: catalogue.taxonomy)
        } catch {
            let isLost = error.all.contains { $0.field == "near" }
            let meant = isLost ? catalogue.places.meant(by: near ?? "").map { " Did you mean \($0.name)?" } : nil
            throw ExitCode.wrongUsage(
                error.all.map { "\($0.field): \($0.sentence)" }.joined(separator: "\n") + (meant ?? ""))
        }
    }
}

extension Results.Found {
    fileprivate func text(explained: Bool) -> String {
        let about = [organisation, place, distanceMiles.map(Distance.words)].compactMap(\.self)
        let lines = [title, "  " + about.joined(separator: " · "), "  " + id.description]
        let reasons = explained ? why.map { String(format: "  %+7.2f  ", $0.value) + $0.words } : []
        return (lines + reasons).joined(separator: "\n")
    }

    fileprivate var json: String {
        get throws {
            struct Line: Encodable {
                let id: String
                let title: String
                let organisation: String?
                let place: String
                let distanceMiles: Double?
                let score: Double
                let why: [String]
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let line = Line(
                id: id.description, title: title, organisation: organisation, place: place,
                distanceMiles: distanceMiles,
                score: score, why: why.map(\.words))
            return String(decoding: try encoder.encode(line), as: UTF8.self)
        }
    }
}
