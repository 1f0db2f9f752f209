import Foundation
import TestSupport
import Testing

struct DoctorTests {
    @Test func `a file that was overwritten in its middle is named`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await Command.riffle("harvest", "doit", in: folder)
            let file = try FileHandle(forUpdating: folder.appending(path: "opportunities.sqlite"))
            // Where adverts stand: behind the pages that opening reads.
            try file.seek(toOffset: try file.seekToEnd() - 4_096 * 26)
            try file.write(contentsOf: Data(repeating: 7, count: 4_096 * 20))
            try file.close()
            let run = try await Command.riffle("doctor", in: folder)
            #expect(run.code == 1)
            #expect(run.output.contains("members.sqlite  sound"))
            #expect(run.errors.contains("opportunities.sqlite: "))
            #expect(!run.errors.contains("PRAGMA"))
        }
    }

    @Test(arguments: ["members", "questions", "learning", "opportunities"])
    func `a file that is no database is named, whatever is run`(room: String) async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "\(room).sqlite")
            try Data(String(repeating: "not a database ", count: 100).utf8).write(to: file)
            let run = try await Command.riffle("doctor", in: folder)
            #expect(run.code == 1)
            #expect(run.errors.hasPrefix("Error: \(room).sqlite is damaged: file is not a database."))
            #expect(run.errors.split(separator: "\n").count == 1)
            #expect(try Data(contentsOf: file).count == 1_500, "what is there is left as it is")
        }
    }
}
