import ArgumentParser
import Configuration
import Foundation
import Outbound

/// What can be set: an option of the command first, then the environment, then the default.
struct Settings {
    /// Where the rooms' files are. `--data`, `RIFFLE_DATA`.
    let data: URL
    /// Where `Public` and `seed-data` are. `--home`, `RIFFLE_HOME`.
    let home: URL
    /// `--host`, `RIFFLE_HOST`.
    let host: String
    /// `--port`, `RIFFLE_PORT`.
    let port: Int
    /// Where visitors reach the site, if something stands in front of it. `RIFFLE_ADDRESS`.
    let address: URL
    /// Whether that something says in `X-Forwarded-For` who is there. `RIFFLE_BEHIND_PROXY`, `yes` or `no`.
    let isBehindProxy: Bool
    /// When batches run: hours in UTC such as `6,12,18`, or a pause such as `60s`. `RIFFLE_BATCHES`.
    let timetable: Timetable?
    /// Who takes our mail, and whom it is from. `RIFFLE_SMTP` with `RIFFLE_MAIL_FROM`.
    let mail: MailServer?
    /// When notices and digests go out. `RIFFLE_MAIL_HOUR`.
    let mailHour: Int
    /// Hosts of the private network that sources may be fetched from. `RIFFLE_ALLOWED_HOSTS`.
    let allowedHosts: [String]

    /// Every name that can stand in the environment. A test compares them with the README.
    static let names = [
        "RIFFLE_DATA", "RIFFLE_HOME", "RIFFLE_HOST", "RIFFLE_PORT", "RIFFLE_ADDRESS", "RIFFLE_BEHIND_PROXY",
        "RIFFLE_BATCHES", "RIFFLE_SMTP", "RIFFLE_MAIL_FROM", "RIFFLE_MAIL_HOUR",
        "RIFFLE_ALLOWED_HOSTS",
    ]

    init(_ options: SharedOptions, host: String? = nil, port: Int? = nil) throws {
        let chosen: [AbsoluteConfigKey: String?] = [
            "riffle.data": options.data, "riffle.home": options.home, "riffle.host": host,
            "riffle.port": port.map(String.init),
        ]
        let reader = ConfigReader(providers: [
            InMemoryProvider(values: chosen.compactMapValues { $0.map { ConfigValue(.string($0), isSecret: false) } }),
            EnvironmentVariablesProvider(),
        ]).scoped(to: "riffle")

        data = URL(filePath: reader.string(forKey: "data") ?? "data", directoryHint: .isDirectory)
        home = try Self.home(reader.string(forKey: "home"))
        self.host = reader.string(forKey: "host") ?? "127.0.0.1"
        self.port = try Self.port(reader.string(forKey: "port") ?? "8080")
        isBehindProxy = try Self.isBehindProxy(reader.string(forKey: "behind.proxy") ?? "no")
        timetable = try reader.string(forKey: "batches").map(Self.timetable)
        mail = try Self.mail(
            reader.string(forKey: "smtp", isSecret: true), from: reader.string(forKey: "mail.from"))
        mailHour = try Self.mailHour(reader.string(forKey: "mail.hour") ?? "7")
        allowedHosts = (reader.string(forKey: "allowed.hosts") ?? "").split(separator: ",")
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        address = try Self.address(reader.string(forKey: "address") ?? "http://\(self.host):\(self.port)")
    }

    /// The working directory, else where the program is: whichever holds `Public`.
    static func home(_ chosen: String?) throws -> URL {
        let beside = Bundle.main.executableURL?.deletingLastPathComponent()
        let places = chosen.map { [URL(filePath: $0)] } ?? [URL(filePath: "."), beside].compactMap(\.self)
        let holdsPublic = { (place: URL) in FileManager.default.fileExists(atPath: place.appending(path: "Public").path)
        }
        guard let home = places.first(where: holdsPublic) else {
            throw Failure(
                "No folder Public in \(places.map(\.path).joined(separator: " or ")). Say with --home where it is.")
        }
        return home
    }

    /// Read as text, because a malformed number would silently become the default.
    private static func port(_ text: String) throws -> Int {
        guard let port = Int(text), (0...65_535).contains(port) else {
            throw Failure("The port (--port, RIFFLE_PORT) is a number from 0 to 65535, not \(text).")
        }
        return port
    }

    private static func isBehindProxy(_ text: String) throws -> Bool {
        guard ["yes", "no"].contains(text) else { throw Failure("RIFFLE_BEHIND_PROXY is yes or no, not \(text).") }
        return text == "yes"
    }

    private static func timetable(_ text: String) throws -> Timetable {
        guard let timetable = Timetable(text) else {
            throw Failure("RIFFLE_BATCHES is hours in UTC such as 6,12,18, or a pause such as 60s, not \(text).")
        }
        return timetable
    }

    private static func address(_ text: String) throws -> URL {
        guard let url = URL(string: text), ["http", "https"].contains(url.scheme ?? ""), url.host != nil,
            url.path.isEmpty
        else { throw Failure("The address (RIFFLE_ADDRESS) is like https://riffle.example.org, not \(text).") }
        return url
    }
}

/// The options most commands share.
struct SharedOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Where the files are kept; else RIFFLE_DATA, else the folder data here.", valueName: "dir"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            "Where Public and seed-data are; else RIFFLE_HOME, else here, else beside the program.", valueName: "dir"))
    var home: String?
}
