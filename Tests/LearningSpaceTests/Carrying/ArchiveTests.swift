import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import LearningSpace

@Suite struct ArchiveTests {
    @Test("Exported, taken in elsewhere and exported again, an archive has the same bytes, files and all")
    func roundTrip() async throws {
        try await withJournal { open in
            try await open.fillWithFiles()
            let archive = try await open.archive()
            let count = try await open.journal.space(of: open.owner).count
            try await withJournal { elsewhere in
                let (preview, done) = try #require(try await elsewhere.bring(archive))
                #expect(preview == Imported(added: count, alreadyHere: 0, refused: []))
                #expect(done == preview, "what was promised was done")
                #expect(try await elsewhere.archive() == archive)
                let again = try #require(try await elsewhere.bring(archive))
                #expect(again.done == Imported(added: 0, alreadyHere: count, refused: []))
                #expect(again.preview == again.done)
                #expect(try await elsewhere.archive() == archive)
                #expect(try elsewhere.onDisk.count == 4, "no file is kept twice")
            }
        }
    }

    @Test("An archive holds the words in three formats, each file under a plain name, and nobody's id")
    func parts() async throws {
        try await withJournal { open in
            try await open.fillWithFiles(count: 3)
            let all = try LearningSpaceTests.parts(of: try await open.archive())
            #expect(
                all.keys.sorted() == [
                    "files/1-tea__at__five.jpg", "files/2-Brinkworth__.csv", "files/3-queue.pdf", "files/4-nowhere.png",
                    "leap2a.xml", "learning-space.md", "space.json",
                ])
            for (name, data) in all {
                #expect(data.range(of: Data(open.owner.description.utf8)) == nil, "\(name)")
                #expect(data.range(of: Data("52.0907N".utf8)) == nil, "\(name)")
            }
        }
    }

    @Test("An archive is its owner's alone, for two days, and goes with them")
    func parcels() async throws {
        try await withJournal { open in
            let id = try await open.journal.pack(for: open.owner, named: "Mara")
            #expect(try await open.journal.archive(id, of: open.owner) == nil, "not made yet")
            try await open.journal.workOnParcels()
            #expect(try await open.journal.archive(id, of: open.owner) != nil)
            #expect(try await open.journal.archive(id, of: open.peer) == nil)
            #expect(try await open.journal.takeIn(id, by: open.owner) == false, "it is on its way out")
            let another = try await open.journal.pack(for: open.owner, named: "Mara")
            #expect(try await open.journal.archive(id, of: open.owner) == nil, "it was made anew")
            try await open.journal.work(on: another)
            open.clock.advance(days: 2)
            #expect(try await open.journal.archive(another, of: open.owner) == nil)
            try await open.journal.sweepParcels()
            #expect(try open.waiting == [])
            _ = try await open.archive()
            _ = try await open.journal.receiveParcel(by: open.owner)
            #expect(try open.waiting.count == 2)
            try await open.journal.sweepParcels()
            #expect(try open.waiting.count == 2, "what arrives and what waits stays")
            try await open.journal.erase(everythingOf: open.owner)
            #expect(try open.waiting == [])
        }
    }
}

extension OpenJournal {
    /// What is in the folder of archives.
    var waiting: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "parcels").path) }
    }
}
