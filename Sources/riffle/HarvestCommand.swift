import ArgumentParser
import Foundation
import Opportunities
import Outbound
import UnixSignals

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
        try await untilInterrupted {
            var failed: [String] = []
            for name in names {
                let bar = ProgressBar(label: name)
                defer { bar.clear() }
                do {
                    let harvest = try await catalogue.harvest(name, from: settings.seeds, over: settings.way) {
                        bar.show($0)
                    }
                    bar.clear()
                    print(harvest.line)
                } catch let failure as HarvestFailure {
                    failed.append("\(name): \(failure.description)")
                }
            }
            if !failed.isEmpty { throw Failure(failed.joined(separator: "\n")) }
        }
    }

    /// Ctrl-C stops a harvest where it can be resumed, and gives its turn back.
    private func untilInterrupted(_ work: @escaping @Sendable () async throws -> Void) async throws {
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await work()
                return false
            }
            group.addTask {
                for await _ in signals { return true }
                return false
            }
            let wasInterrupted = try await group.next() ?? false
            group.cancelAll()
            guard wasInterrupted else { return }
            // What was being written is written, and the turn given back.
            while (try? await group.next()) != nil {}
            throw Failure("Stopped. The same command goes on from here.")
        }
    }
}

extension Harvest {
    /// One line for the terminal.
    var line: String {
        """
        \(source): \(read) read, \(live) live (\(new) new, \(changed) changed, \(unchanged) unchanged), \
        \(withdrawn) withdrawn by the source, \(refused) refused, \(missing) no longer sent
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

extension Settings {
    /// To public addresses, and those an administrator wrote down.
    var way: WayOut { WayOut(.allowing(hosts: allowedHosts)) }
}
