import Foundation
import TestSupport
import Testing

@testable import Containers

struct ZipDirectoryTests {
    private static func read(_ archive: Data, upTo most: Int = 1_000_000) throws -> [String: Data] {
        let directory = try ZipDirectory(FileBytes(Array(archive)))
        var all: [String: Data] = [:]
        for entry in directory.entries {
            try directory.read(entry, upTo: most) { all[entry.name, default: Data()] += $0 }
        }
        return all
    }

    @Test func `what was put in comes out, in a large archive's writing too`() throws {
        var large = HandMade.Part("b", "beta")
        large.isLarge = true
        let archive = HandMade.zip([.init("a", "alpha"), large], note: Array("a note".utf8))
        #expect(try Self.read(archive) == ["a": Data("alpha".utf8), "b": Data("beta".utf8)])
    }

    @Test func `every claim that is false is found`() {
        func one(_ change: (inout HandMade.Part) -> Void) -> Data {
            var part = HandMade.Part("a", "alpha")
            change(&part)
            return HandMade.zip([part])
        }
        let overlapping = HandMade.zip([
            .init("a", "alpha"),
            {
                var part = HandMade.Part("a", "alpha")
                part.start = 0
                return part
            }(),
        ])
        let cases: [(ZipProblem, Data)] = [
            (.damaged, one { $0.size = 4 }), (.damaged, one { $0.size = 6 }), (.damaged, one { $0.sum = 1 }),
            (.encrypted, one { $0.flags = 1 }), (.unknownMethod, one { $0.method = 12 }),
            (.damaged, one { $0.method = 8 }), (.tooMuch, one { $0.size = 10_000_000_000 & 0xFFFF_FFFE }),
            (.damaged, one { $0.start = 4_000_000 }), (.damaged, overlapping),
            (.damaged, HandMade.zip([.init("a", "alpha")], count: 2)),
            (.tooMuch, HandMade.zip([.init("a", "alpha")], count: 60_000)), (.notAnArchive, Data()),
            (.notAnArchive, Data("PK\u{5}\u{6}".utf8)),
        ]
        for (problem, archive) in cases { #expect(throws: problem) { try Self.read(archive) } }
    }

    @Test func `an archive that breaks off, or has any byte changed, is read or refused`() throws {
        let archive = HandMade.zip([.init("a", "alpha"), .init("b", "beta")])
        for count in 0..<archive.count { #expect(throws: (any Error).self) { try Self.read(archive.prefix(count)) } }
        for place in archive.indices {
            for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
                var changed = archive
                changed[place] = value
                _ = try? Self.read(changed)
            }
        }
    }

    @Test func `ten gigabytes of zeros are not unpacked`() throws {
        // What zlib makes of a megabyte of zeros, written again and again as one stream.
        let zeros = [UInt8](repeating: 0, count: 5)
        var part = HandMade.Part("zeros", [0x00, 5, 0, 0xFA, 0xFF] + zeros)
        (part.method, part.size) = (8, 10_000_000)
        var taken = 0
        let directory = try ZipDirectory(FileBytes(Array(HandMade.zip([part]))))
        #expect(throws: ZipProblem.tooMuch) {
            try directory.read(directory.entries[0], upTo: 1_000) { taken += $0.count }
        }
        #expect(throws: ZipProblem.damaged) {
            try directory.read(directory.entries[0], upTo: 1 << 40) { taken += $0.count }
        }
        #expect(taken <= 5)
    }
}
