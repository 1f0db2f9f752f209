import ArgumentParser
import Foundation
import Measuring

struct SpaceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "space", abstract: "How long each page of a learning space of many years takes at the server.")

    @Option(help: "Reflections in the space; for each five a next step and an activity.")
    var reflections = 10_000

    @Option(help: "Files in the space, of 100 kB each.")
    var files = 2_000

    @Option(help: "How often each page is opened.")
    var times = 300

    @Flag(help: "One JSON object instead of a table.")
    var json = false

    func run() async throws {
        let load = try await inFolders { home, folder in
            try await SpaceLoad(.init(reflections: reflections, files: files, times: times), home: home, folder: folder)
        }
        if json {
            print(try load.asJSON)
        } else {
            print(load.table)
        }
    }
}

extension SpaceLoad {
    fileprivate var table: String {
        let head = ["page", "server p50", "server p99", "size"]
        let rows = pages.map { page in
            [page.name] + [page.server.p50, page.server.p99].map { String(format: "%.1f ms", $0) }
                + ["\(page.bytes / 1_000) kB"]
        }
        let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
        let lines = ([head] + rows).map { row in
            zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined(separator: "  ")
        }
        return lines.joined(separator: "\n")
            + "\n\n\(size.reflections) reflections, \(goals) steps, \(activities) activities and \(size.files) files; "
            + "each page opened \(size.times) times, one after the other."
            + "\n\nThe archive of \(carrying.archiveMegabytes) MB, with the words of \(carrying.wordsMegabytes) MB:\n"
            + carrying.acts.map { act in
                "\(act.name.padding(toLength: 28, withPad: " ", startingAt: 0)) "
                    + String(format: "%6.1f s, at most %.0f MB of memory", act.seconds, act.peakMegabytes)
            }.joined(separator: "\n")
    }
}
