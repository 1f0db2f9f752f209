import ArgumentParser
import Foundation
import Opportunities
import Storage

struct SourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "List where opportunities come from, add a source, report on one.",
        subcommands: [List.self, Add.self, Preview.self, Report.self, Accept.self, Refuse.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print name, format and file, tab-separated.")
        @OptionGroup var shared: SharedOptions

        func run() async throws {
            for source in try await Rooms.catalogue(try Settings(overStandingData: shared)).sources() {
                print("\(source.name)\t\(source.format.rawValue)\t\(source.location)")
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add a source, or change one.")
        @OptionGroup var shared: SharedOptions
        @Argument(help: "A short name: small letters, digits and hyphens.") var name: String
        @Option(help: ArgumentHelp(Source.Format.help)) var format: String
        @Option(help: "What people call it; the name when left out.") var title: String?
        @Option(help: "The licence of its data.") var licence = "not stated"
        @Option(help: "The sentence the licence asks for.") var attribution = ""
        @Argument(help: "The address to fetch, or the file to read.") var location: String

        func run() async throws {
            let catalogue = try Rooms.catalogue(try Settings(shared))
            do {
                let location = Source.location(typed: location)
                try await catalogue.add(
                    try Source(
                        name: name, title: title ?? name, format: format, location: location, licence: licence,
                        attribution: attribution))
            } catch let invalid as InvalidFields {
                throw Failure(invalid.all.map { "\($0.field): \($0.sentence)" }.joined(separator: "\n"))
            }
            print("Added \(name). Bring it in with: riffle harvest \(name)")
        }
    }

    struct Report: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say what a source sent, and what was wrong with it.")
        @OptionGroup var shared: SharedOptions
        @Argument(help: "The source's name.") var name: String

        func run() async throws {
            guard let report = try await Rooms.catalogue(try Settings(overStandingData: shared)).report(name) else {
                throw Failure("There is no source \(name). List them with: riffle sources list")
            }
            print(report.text)
        }
    }

    struct Preview: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what would become of a file or an address, and change nothing.")
        @OptionGroup var shared: SharedOptions
        @Option(help: ArgumentHelp(Source.Format.help)) var format: String
        @Argument(help: "The address to fetch, or the file to read.") var location: String

        func run() async throws {
            let settings = try Settings(shared)
            let source: Source
            do {
                source = try Source(
                    name: "preview", title: "Preview", format: format, location: Source.location(typed: location),
                    licence: "not stated", attribution: "")
            } catch {
                throw Failure(error.all.map { "\($0.field): \($0.sentence)" }.joined(separator: "\n"))
            }
            do {
                print(try await Rooms.catalogue(settings).preview(source, over: settings.way).text)
            } catch let failure as HarvestFailure {
                throw Failure(failure.description)
            }
        }
    }

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Accept a harvest that is held because it lost many, and take it in at the next.")
        @OptionGroup var shared: SharedOptions
        @Argument(help: "The source's name.") var name: String

        func run() async throws {
            guard try await Rooms.catalogue(try Settings(overStandingData: shared)).decide(.accepted, on: name) else {
                throw Failure("No harvest of \(name) is held.")
            }
            print("Accepted. Take it in with: riffle harvest \(name)")
        }
    }

    struct Refuse: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Refuse a harvest that is held: what was there stays.")
        @OptionGroup var shared: SharedOptions
        @Argument(help: "The source's name.") var name: String

        func run() async throws {
            guard try await Rooms.catalogue(try Settings(overStandingData: shared)).decide(.refused, on: name) else {
                throw Failure("No harvest of \(name) is held.")
            }
            print("Refused. What was there stays.")
        }
    }
}

extension Source.Format {
    fileprivate static var help: String { allCases.map(\.rawValue).joined(separator: ", ") + "." }
}

extension Source {
    /// An address as it was typed; a file by its whole path.
    fileprivate static func location(typed: String) -> String {
        typed.contains("://") ? typed : URL(filePath: typed).standardizedFileURL.path
    }
}

extension Preview {
    fileprivate var text: String {
        var lines = columns.map { column in
            "column “\(column.name)”: \(column.readAs.map { "read as \($0)" } ?? "left alone")"
        }
        lines += samples.map { sample in
            "“\(sample.title)”, \(sample.organisation ?? "no organisation"), \(sample.place)"
        }
        lines.append("\(read) read, \(live) live, \(withdrawn) withdrawn by the source, \(refused) refused")
        lines += refusals.map { "refused, \($0.place): \($0.reason)" }
        lines += defects.map { "\($0.times) \($0.defect.words)" }
        return lines.joined(separator: "\n")
    }
}

extension Catalogue.Report {
    fileprivate var text: String {
        var lines = [
            "\(source.title) (\(source.name)), \(source.licence)",
            problem.map { "problem: \($0)" },
            "last good harvest: \(lastGoodHarvest?.words ?? "never")",
            "last change: \(lastChangeWords)",
            "read \(read), live \(live), withdrawn by the source \(withdrawn), not confirmed since \(notConfirmed)",
            "without a place \(withoutPlace), without a date \(withoutDate), repeats \(repeats), dead links \(deadLinks)",
        ].compactMap(\.self)
        lines += refusals.map { "refused \($0.times): \($0.reason)" }
        lines += refused.prefix(20).map { "refused, \($0.place): \($0.reason)" }
        lines += defects.map { "\($0.times) \($0.defect.words)" }
        return lines.joined(separator: "\n")
    }
}
