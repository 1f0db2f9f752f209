import Foundation
import GRDB
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Opportunities

/// Two catalogues over one file, as two processes are: one searches, the other harvests.
@Suite("What is kept in memory, while somebody harvests")
struct SettlingTests {
    private let clock = TestWorld()
    private let searching: SeededCatalogue
    private let harvesting: SeededCatalogue

    init() async throws {
        searching = try SeededCatalogue(clock.world)
        harvesting = try SeededCatalogue(clock.world, in: searching.folder)
        try await harvest((0..<3).map { "A walk \($0)" })
    }

    private func harvest(_ titles: [String], progress: @escaping @Sendable (HarvestProgress) -> Void = { _ in })
        async throws
    {
        let rows = titles.enumerated().map { "\($0),\($1),Larkfield Dogs,You go out with a dog" }
        let file = (["id,title,organisation,description"] + rows).joined(separator: "\n")
        try Data(file.utf8).write(to: searching.folder.appending(path: "walks.csv"))
        try await harvesting.catalogue.add(
            Source(
                name: "walks", title: "Walks", format: "csv", location: "walks.csv", licence: "CC0", attribution: ""))
        _ = try await harvesting.catalogue.harvest("walks", from: searching.folder, progress: progress)
    }

    private func snapshot() async throws -> Snapshot {
        let catalogue = searching.catalogue
        return try await catalogue.file.read { db in
            try catalogue.snapshots.snapshot(in: db, day: catalogue.world.today, of: catalogue.file)
        }
    }

    @Test("is what there was before the harvest, until its end, and is then read once")
    func once() async throws {
        let before = try await snapshot()
        #expect(before.count == 3)
        let seen = Mutex<[Int]>([])
        let catalogue = searching.catalogue
        try await harvest((0..<1_700).map { "A walk \($0)" }) { progress in
            guard progress.phase == .writing else { return }
            let count = try? catalogue.file.read { db in
                try catalogue.snapshots.snapshot(in: db, day: catalogue.world.today, of: catalogue.file).count
            }
            seen.withLock { $0.append(count ?? -1) }
        }
        #expect(seen.withLock(\.self).count >= 2, "the harvest has several transactions")
        #expect(seen.withLock { $0.allSatisfy { $0 == 3 } })
        #expect(try await snapshot().count == 1_700)
        let rows = try await catalogue.file.read { db in try Settling.isGoingOn(in: db, at: clock.world.now()) }
        #expect(!rows)
    }

    private func add(_ number: Int) async throws {
        let now = clock.world.now()
        try await harvesting.catalogue.file.write { db in
            try Settling.goOn(in: db, at: now)
            try db.execute(sql: "UPDATE opportunity SET quality = 0.\(number) WHERE number = 1")
        }
    }

    @Test("waits a minute for a harvest that was killed, and five at most for one that never ends")
    func bounded() async throws {
        let first = try await snapshot().generation
        try await add(1)
        #expect(try await snapshot().generation == first)
        clock.advance(minutes: 1)
        let second = try await snapshot().generation
        #expect(second > first, "killed")

        var changes: [Int] = []
        for minute in 1...9 {
            try await add(minute)
            changes.append(try await snapshot().generation)
            clock.move(to: clock.world.now() + 59)
        }
        #expect(Set(changes).count == 2 && changes.first == second, "\(changes)")
    }

    @Test("shows what a person changed at once")
    func edit() async throws {
        _ = try await snapshot()
        try await add(1)
        let generation = try await searching.catalogue.file.write { db in
            try db.execute(sql: "UPDATE generation SET number = number + 1")
            return try Snapshot.generation(db)
        }
        searching.catalogue.snapshots.demand(generation)
        #expect(try await snapshot().generation == generation)
        try await add(2)
        #expect(try await snapshot().generation == generation)
    }
}
