import Foundation
import LearningSpace
import Storage

/// How long it takes to make an archive of a whole space and to take it in elsewhere, and what that holds in memory.
package struct SpaceCarrying: Encodable, Sendable {
    package struct Act: Encodable, Sendable {
        package let name: String
        package let seconds: Double
        /// The most this process held meanwhile, with all that it held before.
        package let peakMegabytes: Double
    }

    package let archiveMegabytes: Int
    package let wordsMegabytes: Int
    package let acts: [Act]

    /// - Parameter folder: where the space is; what it is taken in to is made beside it.
    init(of owner: PersonID, folder: URL) async throws {
        let journal = try Journal(folder: folder, world: .real)
        let elsewhere = folder.appending(path: "elsewhere")
        try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
        let other = try Journal(folder: elsewhere, world: .real)
        let newcomer = World.real.id(of: Person.self)
        var acts: [Act] = []
        func measured(_ name: String, _ act: () async throws -> Void) async throws {
            PeakMemory.forget()
            let seconds = try await ContinuousClock().measure(act)
            acts.append(
                Act(name: name, seconds: seconds / .seconds(1), peakMegabytes: Double(PeakMemory.bytes() ?? 0) / 1e6))
        }
        try await measured("making it") {
            try await journal.work(on: try await journal.pack(for: owner, named: "Member 0"))
        }
        guard let made = try await journal.parcel(.out, of: owner),
            let archive = try await journal.archive(made.id, of: owner)
        else { throw BusyDesk.Refused() }
        let arriving = try await other.receiveParcel(by: newcomer)
        let handle = try FileHandle(forReadingFrom: archive)
        while let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty { try arriving.add(piece) }
        try await measured("looking through it") { try await other.look(into: arriving) }
        try await measured("taking it in") {
            guard try await other.takeIn(arriving.id, by: newcomer) else { throw BusyDesk.Refused() }
            try await other.work(on: arriving.id)
        }
        guard try await other.parcel(.in, of: newcomer)?.state == .over else { throw BusyDesk.Refused() }
        archiveMegabytes = made.bytes / 1_000_000
        wordsMegabytes = try await journal.space(of: owner).json().count / 1_000_000
        self.acts = acts
    }
}
