import ArgumentParser
import Foundation
import Logging
import Questions
import ServiceLifecycle
import UnixSignals
import Website

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run everything: the web front and the work on the clock.",
        discussion: "What else can be set stands in the environment, and in the README: RIFFLE_ADDRESS, RIFFLE_SMTP, …")

    @OptionGroup var shared: SharedOptions

    @Option(help: ArgumentHelp("The address to listen on; else RIFFLE_HOST, else 127.0.0.1.", valueName: "h"))
    var host: String?

    @Option(
        help: ArgumentHelp(
            "The port to listen on, 0 for any that is free; else RIFFLE_PORT, else 8080.", valueName: "n"))
    var port: Int?

    @Flag(help: "Load a fictional community and real opportunities into an empty data folder.")
    var demo = false

    func run() async throws {
        let settings = try Settings(shared, host: host, port: port)
        let rooms = try Rooms(settings)
        let timetable = settings.timetable ?? (demo ? .every(60) : .hours([6, 12, 18]))
        let site = try await rooms.site(batches: timetable.words, sendsMail: !demo)
        let logger = Logger(label: "riffle") { StreamLogHandler.standardError(label: $0) }
        let (ports, running) = AsyncStream<Int>.makeStream()
        let front = site.front(host: settings.host, port: settings.port, logger: logger) { running.yield($0) }
        let opening = Opening(rooms: rooms, isDemo: demo, ports: ports, logger: logger)
        let mail = MailRounds(
            rooms: rooms, site: site, hour: settings.mailHour, tick: min(timetable.tick, 10), logger: logger)
        let harvests = HarvestRounds(
            rooms: rooms, way: settings.way, tick: max(timetable.tick, 30), logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: front), .init(service: mail),
                    .init(service: Rounds(rooms: rooms, timetable: timetable, logger: logger)),
                    .init(service: harvests),
                    .init(service: opening, successTerminationBehavior: .ignore),
                ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }
}

/// What is done once the front answers, so that no visitor waits for it: says where, and loads the demo.
private struct Opening: Service {
    let rooms: Rooms
    let isDemo: Bool
    let ports: AsyncStream<Int>
    let logger: Logger

    func run() async {
        guard let port = await ports.cancelOnGracefulShutdown().first(where: { _ in true }) else { return }
        Terminal.say("Riffle is at http://\(rooms.settings.host):\(port)")
        // A visitor who is quicker waits for it; then it is tried again.
        try? await rooms.desk.readIndex()
        if isDemo { await Demo(rooms).loadAndTell(logger) }
    }
}
