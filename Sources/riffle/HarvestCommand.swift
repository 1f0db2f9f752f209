import ArgumentParser
import Foundation
import Opportunities

struct HarvestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "harvest", abstract: "Bring the opportunities up to date with their sources.")

    @OptionGroup var shared: SharedOptions
    @Argument(help: "Names of sources; all of them when none is named.") var sources: [String] = []

    func run() async throws {
        let settings = try Settings(shared)
        let catalogue = try Rooms.catalogue(settings)
        if try await catalogue.addSeedsIfEmpty() { print("Added the two sources that come with Riffle.") }
        let names = sources.isEmpty ? try await catalogue.sources().map(\.name) : sources
        var failed: [String] = []
        for name in names {
            let bar = ProgressBar(label: name)
            do {
                let harvest = try await catalogue.harvest(name, from: settings.seeds, progress: bar.show)
                bar.clear()
                print(harvest.line)
            } catch let failure as HarvestFailure {
                bar.clear()
                failed.append("\(name): \(failure.description)")
            }
        }
        if !failed.isEmpty { throw Failure(failed.joined(separator: "\n")) }
    }
}

extension Harvest {
    /// One line for the terminal.
    var line: String {
        """
        \(source): \(read) read, \(live) live (\(new) new, \(changed) changed, \(unchanged) unchanged), \
        \(withdrawn) withdrawn by the source, \(refused) refused, \(missing) no longer in the file
        """
    }
}

extension Catalogue {
    /// The sources in `seed-data`, where there is none yet.
    func addSeedsIfEmpty() async throws -> Bool {
        guard try await sources().isEmpty else { return false }
        for seed in Source.seeds { try await add(seed) }
        return true
    }
}
