import Foundation
import GRDB
import Storage
import Testing
import TextSearch

@testable import Opportunities

@Suite("What a start finds of the snapshot before")
struct KeptSnapshotTests {
    private static func same(_ left: Snapshot, _ right: Snapshot) -> Bool {
        let (mine, theirs) = (left.attributes, right.attributes)
        return mine.numbers == theirs.numbers && mine.nexts == theirs.nexts
            && mine.organisations == theirs.organisations
            && mine.leastHours == theirs.leastHours && mine.checks == theirs.checks && mine.oneOff == theirs.oneOff
            && mine.times.stated == theirs.times.stated && mine.causes.labels == theirs.causes.labels
            && mine.causes.counts(in: left.all) == theirs.causes.counts(in: right.all)
            && left.grid.located == right.grid.located && left.standing.order == right.standing.order
            && left.finder.index.vocabulary.map(\.word) == right.finder.index.vocabulary.map(\.word)
    }

    @Test("is the same as the tables say, whichever of the files is there, and whatever is wrong with it")
    func same() async throws {
        let seeded = try await GeneratedCatalogue.make(400)
        let kept = KeptSnapshot(folder: seeded.folder)
        let (words, columns) = (
            seeded.folder.appending(path: "opportunities.words"), seeded.folder.appending(path: "opportunities.columns")
        )
        try await seeded.catalogue.file.read { db in
            let derived = try Snapshot(db, day: seeded.today)
            #expect(Self.same(try Snapshot(db, day: seeded.today, kept: kept), derived))
            try derived.keep(in: kept)
            let keys = try Snapshot.Keys(db, generation: derived.generation, day: seeded.today)
            #expect(kept.words(keys) != nil && kept.columns(keys) != nil)
            #expect(Self.same(try Snapshot(db, day: seeded.today, kept: kept), derived))
            for file in [words, columns] {
                let whole = try Data(contentsOf: file)
                var damaged = whole
                damaged[whole.count / 2] ^= 1
                try damaged.write(to: file)
                #expect(Self.same(try Snapshot(db, day: seeded.today, kept: kept), derived))
                try FileManager.default.removeItem(at: file)
                #expect(Self.same(try Snapshot(db, day: seeded.today, kept: kept), derived))
                try whole.write(to: file)
            }
            // On another day the next dates are others; the words stay.
            let tomorrow = try Snapshot.Keys(db, generation: derived.generation, day: seeded.today + 1)
            #expect(kept.words(tomorrow) != nil && kept.columns(tomorrow) == nil)
        }
    }

    @Test("is read by the next start, and not once the tables have changed")
    func nextStart() async throws {
        let seeded = try await GeneratedCatalogue.make(50)
        let (file, today) = (seeded.catalogue.file, seeded.today)
        let kept = KeptSnapshot(folder: seeded.folder)
        let first = try await file.read { db in try Snapshot(db, day: today) }
        try first.keep(in: kept)
        // Other words under the same key show which of the two was read.
        try await file.write { db in
            try db.execute(
                sql: "UPDATE searchable SET title = 'Zoetrope' WHERE rowid = (SELECT min(rowid) FROM searchable)")
        }
        let changed = try await file.read { db in try Snapshot(db, day: today, kept: kept) }
        #expect(changed.finder.index.documents(holding: "zoetrope") == 1)
        #expect(first.finder.index.documents(holding: "zoetrope") == 0)
        let keys = try await file.read { db in try Snapshot.Keys(db, generation: changed.generation, day: today) }
        try first.finder.index.keep(in: seeded.folder.appending(path: "opportunities.words"), key: keys.words)
        let started = try await file.read { db in try Snapshot(db, day: today, kept: kept) }
        #expect(started.finder.index.documents(holding: "zoetrope") == 0)
    }
}
