import Foundation
import TestSupport
import Testing

@testable import Containers

struct ZipWriterTests {
    @Test func `what is written is read again, and the same parts are the same bytes`() async throws {
        let parts: [(String, Bool, Data)] = [
            ("empty.txt", true, Data()), ("words.txt", true, Data(String(repeating: "words ", count: 50_000).utf8)),
            ("files/ö.bin", false, Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) })),
            ("noise", true, Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 11) })),
        ]
        try await withTemporaryFolder { folder in
            func write(_ name: String) throws -> Data {
                let archive = try ZipWriter(folder.appending(path: name))
                for (name, isPacked, data) in parts {
                    try archive.begin(name, isPacked: isPacked)
                    for start in stride(from: 0, to: data.count, by: 70_001) {
                        try archive.add(data[start..<min(start + 70_001, data.count)])
                    }
                    try archive.end()
                }
                try archive.close()
                return try Data(contentsOf: folder.appending(path: name))
            }
            let archive = try write("a.zip")
            #expect(try write("b.zip") == archive)
            #expect(archive.count < 500_000, "words are packed")
            let directory = try ZipDirectory(FileBytes(folder.appending(path: "a.zip")))
            #expect(directory.entries.map(\.name) == parts.map(\.0))
            for (entry, part) in zip(directory.entries, parts) {
                var read = Data()
                try directory.read(entry, upTo: 1_000_000) { read += $0 }
                #expect(read == part.2)
            }
        }
    }
}
