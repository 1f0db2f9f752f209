import ArgumentParser
import Foundation
import Members
import Opportunities
import Outbound
import Storage

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check files, settings, durability, disk, sources and mail; ends with 1 if anything is wrong.")

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let settings = try Settings(overStandingData: shared)
        print("data     \(settings.data.path)")
        print("home     \(settings.home.path)")
        print("address  \(settings.address.absoluteString)")
        // Opening a room brings its schema up to date and asserts that what is acknowledged is kept.
        let rooms = try Rooms(settings)
        _ = try await rooms.site()
        var problems: [String] = []
        for name in ["members", "questions", "learning", "opportunities"] {
            let file = settings.data.appending(path: "\(name).sqlite")
            let damage = try RoomFile.damage(in: file)
            print("\(name).sqlite  \(damage.isEmpty ? "sound" : damage.joined(separator: "; "))")
            problems += damage.map { "\(name).sqlite: \($0)" }
        }
        let free = try settings.data.resourceValues(forKeys: [.volumeAvailableCapacityKey]).volumeAvailableCapacity ?? 0
        print("disk     \(free >> 20) MiB free")
        if free < 256 << 20 { problems.append("Less than 256 MiB are free where the data is.") }
        // Of a damaged file nothing more can be told.
        if problems.isEmpty { problems += try await sources(rooms) }
        problems += try await mail(settings, rooms)
        if try await rooms.directory.members(with: .administrator).isEmpty {
            problems.append(
                "There is no administrator. Add one: riffle members add NAME --email E --role administrator")
        }
        guard problems.isEmpty else { throw Failure(problems.joined(separator: "\n")) }
        print("All is well.")
    }

    /// Says since when each source is good; what went wrong with one is a problem, and so is a harvest that waits for
    /// somebody's word.
    private func sources(_ rooms: Rooms) async throws -> [String] {
        var problems: [String] = []
        for source in try await rooms.catalogue.sources() {
            guard let report = try await rooms.catalogue.report(source.name) else { continue }
            let good = report.lastGoodHarvest.map { "last good harvest \($0.words)" } ?? "never harvested"
            print("source   \(source.name): \(good), \(report.live) live")
            if let problem = report.problem { problems.append("Source \(source.name): \(problem)") }
        }
        return problems
    }

    /// Says whether mail is set up and its server takes us in.
    private func mail(_ settings: Settings, _ rooms: Rooms) async throws -> [String] {
        guard let server = settings.mail else {
            print("mail     none is sent: RIFFLE_SMTP is not set")
            return []
        }
        let (waiting, failed) = try await rooms.directory.outbox()
        print("mail     \(server.sender) through \(server.host):\(server.port), \(waiting) waiting, \(failed) failed")
        do {
            try await WayOut().reach(server)
            return []
        } catch let failure as SendFailure {
            return [failure.description]
        }
    }
}
