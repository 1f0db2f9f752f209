package import Foundation
import GRDB
package import Storage

/// A whole space as one archive: on its way out, or in.
package struct Parcel: Hashable, Sendable {
    package let id: ID<Parcel>
    package let way: Way
    package let state: State
    package let made: Date
    package let done: Int
    package let total: Int
    package let bytes: Int
    /// What an import would do where it is ready, and what it did where it is over.
    package let imported: Imported?
    /// Why it failed, in a sentence.
    package let problem: String?

    package enum Way: String, Sendable { case out, `in` }

    package enum State: String, Sendable {
        /// Its bytes are not all here.
        case arriving
        case waiting
        /// One on its way out can be fetched; one on its way in was looked through.
        case ready
        /// Its owner wants it taken in.
        case asked
        case over
        case failed
    }

    /// Long enough for a weekend; what it holds is somebody's whole space.
    package static let secondsToKeep = 172_800.0
    /// What a whole space can have: its files and its texts.
    package static let mostBytes = 1_500_000_000
}

extension Parcel {
    static func stored(_ asked: String, _ arguments: StatementArguments, in db: Database) throws -> [Parcel] {
        try Row.fetchAll(db, sql: "SELECT * FROM parcel WHERE \(asked)", arguments: arguments).map { row in
            let state = State(rawValue: row["state"]) ?? .failed
            let outcome: String? = row["outcome"]
            return Parcel(
                id: row["id"], way: Way(rawValue: row["way"]) ?? .out, state: state, made: row["made"],
                done: row["done"], total: row["total"], bytes: row["bytes"],
                imported: state == .failed
                    ? nil : outcome.flatMap { try? JSONDecoder().decode(Imported.self, from: Data($0.utf8)) },
                problem: state == .failed ? outcome : nil)
        }
    }
}

/// Where the bytes of parcels are.
struct ParcelFolder: Sendable {
    let folder: URL

    init(in data: URL) throws {
        folder = data.appending(path: "parcels", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    func file(of id: ID<Parcel>) -> URL { folder.appending(path: id.description) }
    func part(of id: ID<Parcel>) -> URL { folder.appending(path: id.description + ".part") }

    /// What is gone already is no error.
    func remove(_ ids: [ID<Parcel>]) throws {
        for file in ids.flatMap({ [file(of: $0), part(of: $0)] })
        where FileManager.default.fileExists(atPath: file.path) { try FileManager.default.removeItem(at: file) }
    }
}

/// One piece of work for each parcel at a time, however many ask for it.
actor Packers {
    private var working: [ID<Parcel>: Task<Void, any Error>] = [:]

    func run(_ id: ID<Parcel>, _ work: @escaping @Sendable () async throws -> Void) async throws {
        if let task = working[id] { return try await task.value }
        let task = Task { try await work() }
        working[id] = task
        defer { working[id] = nil }
        try await task.value
    }
}
