import Foundation
import TestSupport
import Testing

struct EvaluateTests {
    private func run(
        _ documents: String, _ queries: String, _ more: String...
    ) async throws -> Command {
        try await withTemporaryFolder { folder in
            let files = [folder.appending(path: "documents.jsonl"), folder.appending(path: "queries.tsv")]
            try Data(documents.utf8).write(to: files[0])
            try Data(queries.utf8).write(to: files[1])
            return try await Command.riffle(
                ["evaluate", "--documents", files[0].path, "--queries", files[1].path] + more, in: folder)
        }
    }

    private let documents = """
        {"id": "a", "title": "Dog walker", "text": "An hour in the park"}
        {"id": "b", "title": "Reader", "text": "Read to pensioners and their dogs", "tags": ["books", "visiting"]}

        {"id": "c", "title": "Swimmer", "text": "Swim", "tags": "water"}
        """

    @Test func `prints a run, the best first, with words that mean the same`() async throws {
        let run = try await run(documents, "q1\tdogs\nq2\telderly\nq3\tnothing of the kind\n")
        #expect(run.code == 0)
        let fields = run.lines.map { $0.split(separator: " ").map(String.init) }
        #expect(fields.map { [$0[0], $0[2], $0[3]] } == [["q1", "a", "1"], ["q1", "b", "2"], ["q2", "b", "1"]])
        #expect(fields.allSatisfy { $0[1] == "Q0" && $0[5] == "riffle" && Double($0[4]) != nil })
    }

    @Test func `prints as many as are asked for`() async throws {
        #expect(try await run(documents, "q1\tdogs", "--top", "1").lines.count == 1)
        #expect(try await run(documents, "q1\tdogs", "--top", "0").code == 64)
    }

    @Test func `says which line it cannot read`() async throws {
        let documents = try await run("{\"id\": \"a\"}\nno json", "q1\tdogs")
        #expect(documents.code == 1 && documents.errors.contains("documents.jsonl, line 2"))
        let queries = try await run("{\"id\": \"a\"}", "\nq1 dogs")
        #expect(queries.code == 1 && queries.errors.contains("queries.tsv, line 2"))
    }

    @Test func `says which file it cannot find`() async throws {
        let missing = try await Command.riffle(
            ["evaluate", "--documents", "no-such-file", "--queries", "none"], in: URL(filePath: "/tmp"))
        #expect(missing.code == 1 && missing.errors.contains("none"))
    }
}
