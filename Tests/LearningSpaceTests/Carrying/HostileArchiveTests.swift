import Foundation
import Storage
import TestSupport
import Testing

@testable import LearningSpace

@Suite struct HostileArchiveTests {
    /// A good archive of a small space, to be spoiled.
    private func good() async throws -> [String: Data] {
        var good: [String: Data] = [:]
        try await withJournal { open in
            _ = try await open.begun()
            try await open.send(Array("Some notes.".utf8), "notes.txt")
            try await open.send(Array("More notes.".utf8), "more.txt")
            good = try parts(of: try await open.archive())
        }
        return good
    }

    @Test("An archive that cannot be understood is refused with a sentence, and nothing of it is kept")
    func refused() async throws {
        let good = try await good()
        let list = HandMade.Part("space.json", Array(try #require(good["space.json"])))
        func spoiled(_ change: (inout HandMade.Part) -> Void) -> Data {
            var part = list
            change(&part)
            return HandMade.zip([part])
        }
        let cases: [(Data, String)] = [
            (Data("PK".utf8), "no ZIP archive"), (zipped(good).prefix(400), "no ZIP archive"),
            (HandMade.zip([list, list]), "“space.json” twice"), (HandMade.zip([.init("a", "b")]), "holds neither"),
            (spoiled { $0.flags = 1 }, "locked with a password"), (spoiled { $0.method = 14 }, "unusual way"),
            (spoiled { $0.size = 4_000_000_000 }, "larger than what may be kept"), (spoiled { $0.sum ^= 1 }, "damaged"),
            (HandMade.zip([.init("space.json", "{}")]), "Choose a file that was exported"),
            (HandMade.zip([.init("leap2a.xml", "<html/>")]), "no Atom feed"),
            (Data("\u{0}\u{1}".utf8), "Choose a file that was exported"), (Data("<feed>".utf8), "no Atom feed"),
        ]
        try await withJournal { open in
            for (archive, sentence) in cases {
                let problem = try await open.problem(with: archive)
                #expect(problem?.contains(sentence) == true, "\(sentence): \(String(describing: problem))")
                #expect(try open.waiting == [])
            }
            #expect(try await open.journal.space(of: open.owner).count == 0)
            #expect(try open.onDisk == [])
        }
    }

    @Test("What is wrong with one file is said, and what is good is kept")
    func halfGood() async throws {
        let good = try await good()
        let names = good.keys.filter { $0.hasPrefix("files/") }.sorted()
        let parts = good.sorted { $0.key < $1.key }.map { HandMade.Part($0.key, Array($0.value)) }
        let first = try #require(parts.firstIndex { Data($0.name) == Data(names[0].utf8) })
        func changed(_ change: (inout HandMade.Part) -> Void) -> Data {
            var parts = parts
            change(&parts[first])
            return HandMade.zip(parts)
        }
        let cases: [(Data, String, Int)] = [
            (HandMade.zip(parts + [.init("../../evil", "x"), .init("/etc/passwd", "x")]), "outside of the archive", 3),
            (HandMade.zip(parts + [parts[first]]), "two files called", 2),
            (changed { $0.name = Array("files/other".utf8) }, "is not in the archive", 2),
            (changed { $0.size = 4_000_000_000 }, "are left: delete files", 2),
            (changed { $0.sum ^= 1 }, "damaged", 2), (changed { $0.flags = 1 }, "locked", 2),
            (changed { $0 = .init(names[0], "Others' notes.") }, "not the file that the list describes", 2),
            (changed { $0 = .init(names[0], [0, 1]) }, "Choose a PDF", 2),
        ]
        for (archive, sentence, kept) in cases {
            try await withJournal { open in
                let (_, done) = try #require(try await open.bring(archive))
                #expect(done.refused.contains { $0.contains(sentence) }, "\(sentence): \(done.refused)")
                #expect(done.added == kept, "\(sentence)")
                #expect(try open.onDisk.count == kept - 1)
                #expect(try await open.journal.reflections(of: open.owner).count == 1)
                try await open.journal.sweepEvidence()
                #expect(try open.onDisk.count == kept - 1)
            }
        }
    }

    @Test("A file that is more than somebody may keep is left out, and the rest is kept")
    func quota() async throws {
        let good = try await good()
        try await withJournal(limits: .init(bytesOfFile: 100, bytesOfMember: 1_000, filesOfMember: 1)) { open in
            let (_, done) = try #require(try await open.bring(zipped(good)))
            #expect(done.added == 2)
            #expect(done.refused.count == 1 && done.refused[0].contains("You keep 1 files already"))
        }
    }
}
