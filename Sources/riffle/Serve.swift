import ArgumentParser
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals
import Website

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run everything: the web front and the work on the clock.")

    @OptionGroup var shared: SharedOptions

    @Option(help: ArgumentHelp("The address to listen on.", valueName: "h"))
    var host: String?

    @Option(help: ArgumentHelp("The port to listen on; 0 takes any that is free.", valueName: "n"))
    var port: Int?

    @Flag(help: "Load a fictional community and real opportunities into an empty data folder.")
    var demo = false

    func run() async throws {
        let settings = try Settings(shared, host: host, port: port)
        let rooms = try Rooms(settings)
        let site = try await rooms.site()
        let logger = Logger(label: "riffle") { StreamLogHandler.standardError(label: $0) }
        let isDemo = demo
        let front = site.front(host: settings.host, port: settings.port, logger: logger) { port in
            Terminal.say("Riffle is at http://\(settings.host):\(port)")
            guard isDemo else { return }
            // After the front answers, so that the first visitor need not wait for thirteen password hashes.
            await Demo(rooms).loadAndTell(logger)
        }
        try await ServiceGroup(
            services: [front, Rounds(rooms: rooms, logger: logger)], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        ).run()
    }
}
