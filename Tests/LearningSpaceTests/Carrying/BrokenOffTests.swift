import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import LearningSpace

/// What stands after the program was killed: the folder as it was at that moment, opened by one that begins anew.
struct BrokenOffTests {
    @Test func `a file that was being sent is served to nobody, takes no room, and leaves nothing on the disk`()
        async throws
    {
        let limits = EvidenceLimits(bytesOfFile: 100, bytesOfMember: 150, filesOfMember: 2)
        try await withJournal(limits: limits) { open in
            let kept = try #require(try await open.send([UInt8](repeating: 65, count: 90)))
            let half = try await open.journal.receive(by: open.owner)
            try half.add(Data(repeating: 66, count: 50))
            // All of another came, and its row did not.
            let whole = try await open.journal.receive(by: open.owner)
            try whole.add(Data(repeating: 67, count: 50))
            try whole.end()
            _ = try open.journal.evidence.settle(whole.id)
            try await open.afterKill(limits: limits) { later in
                #expect(try later.onDisk == [kept.description])
                for id in [half.id, whole.id] {
                    #expect(try await later.journal.file(id, for: later.owner) == nil)
                }
                let listing = try await later.journal.files(of: later.owner)
                #expect(listing.files.map(\.evidence.id) == [kept])
                #expect((listing.use.files, listing.use.bytes) == (1, 90))
                #expect(try await later.send([UInt8](repeating: 68, count: 60)) != nil, "the room is there again")
            }
        }
    }

    @Test func `an archive that was being made is made again, to the same bytes`() async throws {
        try await withJournal { open in
            try await open.fillWithFiles(count: 3)
            let archive = try await open.archive()
            let id = try await open.journal.pack(for: open.owner, named: "Mara Member")
            try archive.prefix(archive.count / 2).write(to: open.journal.parcels.part(of: id))
            #expect(try await open.journal.archive(id, of: open.owner) == nil, "half of it is fetched by nobody")
            try await open.afterKill { later in
                let location = try #require(try await later.journal.archive(id, of: later.owner))
                #expect(try Data(contentsOf: location) == archive)
                #expect(try later.waiting == [id.description])
            }
        }
    }

    @Test func `an archive that was being sent is gone, and another can be brought`() async throws {
        try await withJournal { open in
            try await open.fillWithFiles(count: 3)
            let archive = try await open.archive()
            let file = try await open.journal.receiveParcel(by: open.peer)
            try file.add(archive.prefix(archive.count / 2))
            try await open.afterKill { later in
                let half = try await later.journal.parcel(.in, of: later.peer)
                #expect(half == nil)
                #expect(try later.waiting.count == 1, "the one that was made is still there")
                #expect(try await later.journal.takeIn(file.id, by: later.peer) == false)
            }
        }
    }

    @Test func `an archive that was being taken in is taken in once, and no file of it lies about`() async throws {
        try await withJournal { source in
            try await source.fillWithFiles(count: 6)
            let (archive, count) = (try await source.archive(), try await source.journal.space(of: source.owner).count)
            try await withJournal { open in
                let file = try await open.journal.receiveParcel(by: open.owner)
                try file.add(archive)
                try await open.journal.look(into: file)
                let brought = try Data(contentsOf: open.journal.parcels.file(of: file.id))
                #expect(try await open.journal.takeIn(file.id, by: open.owner))
                // Two of its files were unpacked, one of them in full, and no row was written.
                let settled = try await open.journal.receive(by: open.owner)
                try settled.add(Data("day,hours\n".utf8))
                try settled.end()
                _ = try open.journal.evidence.settle(settled.id)
                try await open.journal.receive(by: open.owner).add(Data("da".utf8))
                func isTakenInOnce(_ later: OpenJournal) async throws {
                    let parcel = try #require(try await later.journal.parcel(.in, of: later.owner))
                    #expect(parcel.state == .over)
                    #expect(parcel.imported?.refused == [])
                    #expect(parcel.imported.map { $0.added + $0.alreadyHere } == count)
                    #expect(try await later.archive() == archive)
                    let kept = try await later.journal.files(of: later.owner).files
                    #expect(try later.onDisk == kept.map(\.evidence.id.description).sorted())
                    #expect(kept.count == 4)
                }
                try await open.afterKill(isTakenInOnce)
                // All rows were written, and that it is over was not.
                try await open.journal.work(on: file.id)
                try brought.write(to: open.journal.parcels.file(of: file.id))
                try await open.journal.database.write { db in
                    try db.execute(sql: "UPDATE parcel SET state = 'asked' WHERE way = 'in'")
                }
                try await open.afterKill(isTakenInOnce)
            }
        }
    }
}

extension OpenJournal {
    /// A copy of the folder as it stands now, a minute later, after what is done at every start.
    fileprivate func afterKill(
        limits: EvidenceLimits = .usual, _ look: (OpenJournal) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { copy in
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !name.hasSuffix("-shm") {
                try FileManager.default.copyItem(at: folder.appending(path: name), to: copy.appending(path: name))
            }
            clock.advance(minutes: 1)
            let journal = try Journal(folder: copy, world: clock.world, limits: limits)
            try await journal.sweepEvidence()
            try await journal.sweepParcels()
            try await journal.workOnParcels()
            try await look(
                OpenJournal(
                    journal: journal, clock: clock, folder: copy, owner: owner, peer: peer, stranger: stranger))
        }
    }
}
