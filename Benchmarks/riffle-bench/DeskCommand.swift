import ArgumentParser
import Foundation
import Measuring

struct DeskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk",
        abstract: "How long the desk's pages and the public search take while the staff works and readers search.")

    @Option(help: "Questions that are published.")
    var published = 100_000

    @Option(help: "Questions that wait.")
    var waiting = 1_000

    @Option(help: "Moderators at work at once.")
    var staff = 20

    @Option(help: "Readers who search meanwhile.")
    var readers = 20

    @Option(help: "How long they are watched, in seconds.")
    var seconds = 60.0

    @Option(help: "Seconds between an answer and the same person's next request, on average; 0 for none.")
    var pause = 1.0

    @Flag(help: "One JSON object instead of a table.")
    var json = false

    func run() async throws {
        let load = try await inFolders { home, folder in
            try await DeskLoad(
                .init(
                    published: published, waiting: waiting, moderators: staff, readers: readers, seconds: seconds,
                    pause: pause),
                home: home, folder: folder)
        }
        if json {
            print(try load.asJSON)
        } else {
            print(load.table)
        }
    }
}

extension DeskLoad {
    fileprivate var table: String {
        let head = ["page", "requests", "server p50", "server p99", "visitor p50", "visitor p99"]
        let rows = pages.map { page in
            [page.name, "\(page.requests)"]
                + [page.server.p50, page.server.p99, page.visitor.p50, page.visitor.p99].map {
                    String(format: "%.1f ms", $0)
                }
        }
        let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
        let lines = ([head] + rows).map { row in
            zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined(separator: "  ")
        }
        return lines.joined(separator: "\n") + """


            \(size.published) published, \(size.waiting) waiting; \(size.moderators) moderators and \(size.readers) \
            readers for \(size.seconds) s, \(size.pause) s between an answer and the next request.
            Acts done: \(accepted), written in the history: \(recorded), refused because somebody was quicker: \(refused).
            The index of what is published: \(String(format: "%.1f", index)) s.
            A batch that publishes: \(String(format: "%.1f", batch)) s; somebody else's write waits up to \
            \(String(format: "%.1f", wait)) s meanwhile.
            """
    }
}
