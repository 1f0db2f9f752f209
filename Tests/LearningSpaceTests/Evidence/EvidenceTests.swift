import Containers
import Crypto
import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import LearningSpace

extension OpenJournal {
    /// Sends a file as a browser does: in pieces.
    @discardableResult
    func send(
        _ bytes: [UInt8], _ name: String = "notes.txt", at place: Evidence.Place? = nil, by person: PersonID? = nil,
        key: SendingKey? = nil
    ) async throws -> ID<Evidence>? {
        let file = try await journal.receive(by: person ?? owner)
        for start in stride(from: 0, to: bytes.count, by: 7) {
            try file.add(Data(bytes[start..<min(start + 7, bytes.count)]))
        }
        return try await journal.add(
            file, try Evidence.Draft(name: name, about: ""), at: place, by: person ?? owner, key: key ?? self.key())
    }

    /// The names in the folder of files.
    var onDisk: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "evidence").path).sorted()
        }
    }
}

@Suite struct EvidenceTests {
    @Test("A file is kept under its id, with its hash, and is its owner's alone")
    func kept() async throws {
        try await withJournal { open in
            let words = Array("A certificate.".utf8)
            let id = try #require(try await open.send(words, "../../etc/cert\u{202E}ificate.html"))
            let listing = try await open.journal.files(of: open.owner)
            let (files, use) = (listing.files, listing.use)
            let file = try #require(files.first?.evidence)
            #expect((file.id, file.name, file.kind, file.bytes) == (id, "certificate.html.txt", .text, 14))
            #expect(file.hash == Data(SHA256.hash(data: Data(words))))
            #expect((use.files, use.bytes) == (1, 14))
            #expect(try open.onDisk == [id.description])
            let opened = try #require(try await open.journal.file(id, for: open.owner))
            #expect(try Data(contentsOf: opened.location) == Data(words))
            #expect(try await open.journal.file(id, for: open.peer) == nil)
            #expect(try await open.journal.erase(file: id, by: open.peer) == false)
            #expect(try await open.journal.erase(file: id, by: open.owner))
            #expect(try open.onDisk == [])
            #expect(try await open.journal.file(id, for: open.owner) == nil)
        }
    }

    @Test("A picture is kept without where and by whom it was taken", arguments: [HandMade.jpeg(), HandMade.png()])
    func picture(bytes: [UInt8]) async throws {
        try await withJournal { open in
            let id = try #require(try await open.send(bytes, "tea"))
            let opened = try #require(try await open.journal.file(id, for: open.owner))
            let kept = try Data(contentsOf: opened.location)
            for words in HandMade.cameraWords { #expect(kept.range(of: Data(words.utf8)) == nil) }
            #expect((opened.evidence.bytes, opened.evidence.hash) == (kept.count, Data(SHA256.hash(data: kept))))
            #expect(try open.onDisk == [id.description])
        }
    }

    @Test("What cannot be kept is refused with a sentence, and nothing is left of it")
    func refused() async throws {
        try await withJournal(limits: .init(bytesOfFile: 100, bytesOfMember: 150, filesOfMember: 3)) { open in
            let cases: [([UInt8], String)] = [
                ([], "empty"), ([UInt8](repeating: 65, count: 101), "larger than 1 kB"), ([0, 1, 2], "Choose a PDF"),
                (Array(HandMade.jpeg().prefix(60)), "damaged"),
            ]
            for (bytes, sentence) in cases {
                let wrong = await #expect(throws: Invalid.self) { try await open.send(bytes) }
                #expect(
                    wrong?.field == "file" && wrong?.sentence.contains(sentence) == true, "\(String(describing: wrong))"
                )
                #expect(try open.onDisk == [])
            }
            try await open.send([UInt8](repeating: 65, count: 100))
            let full = await #expect(throws: Invalid.self) { try await open.send([UInt8](repeating: 65, count: 60)) }
            #expect(full?.sentence.contains("are left: delete files") == true)
            for _ in 0..<2 { try await open.send([66]) }
            let many = await #expect(throws: Invalid.self) { try await open.send([67]) }
            #expect(many?.sentence == "You keep 3 files already: delete one that you no longer need.")
            #expect(try open.onDisk.count == 3)
            #expect(try await open.send([67], by: open.peer) != nil, "another member has their own room")
        }
    }

    @Test("The same form sent twice keeps one file")
    func twice() async throws {
        try await withJournal { open in
            let key = open.key()
            let first = try await open.send([65, 66], key: key)
            #expect(try await open.send([65, 66], key: key) == first)
            #expect(try open.onDisk.count == 1)
        }
    }

    @Test("What a crash left of a file goes with the next round, and what arrives stays")
    func swept() async throws {
        try await withJournal { open in
            let kept = try #require(try await open.send([65]))
            let broken = try await open.journal.receive(by: open.owner)
            try broken.add(Data([66]))
            // Written in full, and the row did not come to be.
            try Data([67]).write(to: open.folder.appending(path: "evidence").appending(path: broken.id.description))
            try Data([68]).write(to: open.folder.appending(path: "evidence/unknown"))
            try await open.journal.sweepEvidence()
            #expect(
                try open.onDisk == [kept.description, broken.id.description, broken.id.description + ".part"].sorted())
            open.clock.advance(hours: 2)
            for _ in 1...2 {
                try await open.journal.sweepEvidence()
                #expect(try open.onDisk == [kept.description])
            }
            let late = await #expect(throws: Invalid.self) {
                try await open.journal.add(
                    broken, try .init(name: "late.txt", about: ""), at: nil, by: open.owner, key: open.key())
            }
            #expect(late?.sentence.contains("took too long") == true)
            #expect(try await open.journal.files(of: open.owner).files.count == 1)
        }
    }

    @Test("A file goes with its owner: no byte of it is in any file of the room")
    func erased() async throws {
        try await withJournal { open in
            let stays = try #require(try await open.send(Array("of somebody else".utf8), by: open.peer))
            let reflection = try await open.begun()
            try await open.send(Array("marker-words".utf8), "marker-name.txt", at: .stage("learn", of: reflection.id))
            try await open.send(Array("marker-more".utf8), "b.txt")
            for _ in 1...2 { try await open.journal.erase(everythingOf: open.owner) }
            try await open.journal.database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            let all = try #require(FileManager.default.enumerator(at: open.folder, includingPropertiesForKeys: nil))
            for case let file as URL in all.allObjects where !file.hasDirectoryPath {
                let data = try Data(contentsOf: file)
                #expect(data.range(of: Data("marker-".utf8)) == nil, "\(file.lastPathComponent)")
                #expect(data.range(of: Data(open.owner.bytes)) == nil, "\(file.lastPathComponent)")
            }
            #expect(try open.onDisk == [stays.description])
        }
    }
}
