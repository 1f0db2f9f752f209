import Foundation
import LearningSpace
import Logging
import Members
import Opportunities
import Questions
import ServiceLifecycle
import Storage
import Website

/// The real website on a free port of this machine, for as long as it is visited.
struct VisitedSite {
    private let site: Site

    /// - Parameter folder: where the rooms keep their files.
    init(
        _ directory: Directory, _ desk: Desk, _ catalogue: Catalogue, folder: URL, publicFolder: URL
    ) async throws {
        guard let address = URL(string: "http://127.0.0.1") else { throw Connection.Broken() }
        site = try await Site(
            directory: directory, desk: desk, journal: Journal(folder: folder, world: .real), catalogue: catalogue,
            world: .real, address: address, publicFolder: publicFolder)
    }

    func visit<Seen: Sendable>(
        logger: Logger = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() },
        _ visit: @escaping @Sendable (_ port: Int) async throws -> Seen
    ) async throws -> Seen {
        let (ports, running) = AsyncStream<Int>.makeStream()
        let front = site.front(host: "127.0.0.1", port: 0, logger: logger) { running.yield($0) }
        return try await withThrowingTaskGroup(of: Seen?.self) { group in
            group.addTask {
                try await front.run()
                return nil
            }
            guard let port = await ports.first(where: { _ in true }) else { throw Connection.Broken() }
            defer { group.cancelAll() }
            return try await visit(port)
        }
    }
}
