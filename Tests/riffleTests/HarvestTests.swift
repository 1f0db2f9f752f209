import Foundation
import TestSupport
import Testing

struct HarvestTests {
    @Test func `a first harvest brings in both exports, a second finds nothing new, and both can be searched`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let first = try await Command.riffle("harvest", in: folder)
            #expect(first.code == 0 && first.errors.isEmpty)
            #expect(
                first.lines == [
                    "Added the two sources that come with Riffle.",
                    "doit: 100 read, 90 live (90 new, 0 changed, 0 unchanged), 10 withdrawn by the source, 0 refused, 0 no longer sent",
                    "teamkinetic: 250 read, 250 live (250 new, 0 changed, 0 unchanged), 0 withdrawn by the source, 0 refused, 0 no longer sent",
                ])
            let second = try await Command.riffle("harvest", in: folder)
            #expect(second.code == 0)
            #expect(second.lines.map { $0.contains("(0 new, 0 changed, ") } == [true, true])
            #expect(second.output.contains("90 unchanged") && second.output.contains("250 unchanged"))

            let explained = try await Command.riffle(
                "search", "older", "people", "--limit", "2", "--explain", in: folder)
            #expect(explained.code == 0)
            #expect(explained.lines.contains { $0.contains(/^ +\+[0-9.]+  has all 2 words$/) })
            #expect(explained.lines.contains { $0.contains(/^\d+ found, 2 shown$/) })

            let lines = try await Command.riffle("search", "older", "people", "--near", "B3", "--json", in: folder)
                .lines
            #expect(!lines.isEmpty)
            for line in lines {
                let found = try JSONDecoder().decode(Found.self, from: Data(line.utf8))
                #expect(found.id.count == 26 && !found.title.isEmpty && !found.why.isEmpty)
            }

            let report = try await Command.riffle("sources", "report", "doit", in: folder)
            #expect(report.output.contains("read 100, live 90, withdrawn by the source 10, not confirmed since 0"))
        }
    }

    @Test func `a source that is none ends with 1 and its name`() async throws {
        try await withTemporaryFolder { folder in
            let run = try await Command.riffle("harvest", "elsewhere", in: folder)
            #expect(run.code == 1)
            #expect(run.errors == "Error: elsewhere: There is no source “elsewhere”.\n")
        }
    }

    private struct Found: Decodable {
        let id: String
        let title: String
        let why: [String]
    }
}
