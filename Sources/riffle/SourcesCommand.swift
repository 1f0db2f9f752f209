import ArgumentParser
import Foundation
import Opportunities
import Storage

struct SourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "List where opportunities come from, add a source, report on one.",
        subcommands: [List.self, Add.self, Report.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print name, format and file, tab-separated.")
        @OptionGroup var shared: SharedOptions

        func run() async throws {
            for source in try await Rooms.catalogue(try Settings(shared)).sources() {
                print("\(source.name)\t\(source.format.rawValue)\t\(source.location)")
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add a source, or change one.")
        @OptionGroup var shared: SharedOptions
        @Argument(help: "A short name: small letters, digits and hyphens.") var name: String
        @Option(help: "doit or teamkinetic.") var format: String
        @Option(help: "What people call it; the name when left out.") var title: String?
        @Option(help: "The licence of its data.") var licence = "not stated"
        @Option(help: "The sentence the licence asks for.") var attribution = ""
        @Argument(help: "The file to read.") var file: String

        func run() async throws {
            let catalogue = try Rooms.catalogue(try Settings(shared))
            do {
                let location = URL(filePath: file).standardizedFileURL.path
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
            guard let report = try await Rooms.catalogue(try Settings(shared)).report(name) else {
                throw Failure("There is no source \(name). List them with: riffle sources list")
            }
            print(report.text)
        }
    }
}

extension Catalogue.Report {
    fileprivate var text: String {
        var lines = [
            "\(source.title) (\(source.name)), \(source.licence)",
            "last good harvest: \(lastGoodHarvest?.words ?? "never")",
            "last change: \(lastChange?.words ?? "never")",
            "read \(read), live \(live), withdrawn by the source \(withdrawn), not confirmed since \(notConfirmed)",
            "without a place \(withoutPlace), without a date \(withoutDate)",
        ]
        lines += refusals.map { "refused \($0.times): \($0.reason)" }
        lines += defects.map { "\($0.times) \($0.defect.words)" }
        return lines.joined(separator: "\n")
    }
}
