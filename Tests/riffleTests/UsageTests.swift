import Foundation
import TestSupport
import Testing

struct UsageTests {
    @Test(arguments: [
        ["search", "--nonsense"], ["search", "--within", "far"], ["search", "--near", "Nowhere-on-Sea"],
        ["search", "--limit", "0"], ["serve", "--port", "x"], ["nothing"], ["members", "add"],
        ["members", "add", "Ada", "--email", "a@example.org", "--role", "king"],
    ])
    func `what the command does not understand ends with 64 and says what would be right`(
        arguments: [String]
    ) async throws {
        try await withTemporaryFolder { folder in
            let run = try await Command.riffle(arguments, in: folder)
            #expect(run.code == 64)
            #expect(run.output.isEmpty)
            #expect(run.errors.hasPrefix("Error: "))
        }
    }

    @Test(
        arguments: [
            (
                ["serve", "--port", "70000"], [:],
                "The port (--port, RIFFLE_PORT) is a number from 0 to 65535, not 70000."
            ),
            (["doctor"], ["RIFFLE_PORT": "x"], "The port (--port, RIFFLE_PORT) is a number from 0 to 65535, not x."),
            (
                ["doctor"], ["RIFFLE_ADDRESS": "here"],
                "The address (RIFFLE_ADDRESS) is like https://riffle.example.org, not here."
            ),
            (
                ["doctor"], ["RIFFLE_SMTP": "smtps://ada:secret@mail.example.org"],
                "RIFFLE_SMTP needs RIFFLE_MAIL_FROM beside it, an address like riffle@example.org."
            ),
            (
                ["doctor"],
                ["RIFFLE_SMTP": "https://ada:secret@mail.example.org", "RIFFLE_MAIL_FROM": "a@example.org"],
                "RIFFLE_SMTP is like smtps://name:password@mail.example.org:465, or smtp://… for STARTTLS; letters with a meaning in addresses are percent-encoded."
            ),
            (
                ["doctor"], ["RIFFLE_MAIL_HOUR": "24"],
                "RIFFLE_MAIL_HOUR is an hour in UTC from 0 to 23, not 24."
            ),
            (["doctor", "--home", "/nowhere"], [:], "No folder Public in /nowhere. Say with --home where it is."),
            (
                ["members", "add", "Ada", "--email", "x"], [:],
                "email: Write a whole e-mail address, like name@example.org."
            ),
            (["sources", "report", "none"], [:], "There is no source none. List them with: riffle sources list"),
        ] as [([String], [String: String], String)])
    func `what cannot be done ends with 1 and one plain sentence`(
        arguments: [String], environment: [String: String], sentence: String
    ) async throws {
        try await withTemporaryFolder { folder in
            let run = try await Command.riffle(arguments, in: folder, environment: environment)
            #expect(run.code == 1)
            #expect(run.errors == "Error: \(sentence)\n")
        }
    }

    @Test func `every setting stands in the README`() throws {
        let source = try String(
            contentsOf: Command.root.appending(path: "Sources/riffle/Settings.swift"), encoding: .utf8)
        let readme = try String(contentsOf: Command.root.appending(path: "README.md"), encoding: .utf8)
        let list = try #require(source.firstMatch(of: /static let names = \[([^\]]*)\]/))
        let names = list.1.matches(of: /"([A-Z_]+)"/).map { String($0.1) }
        #expect(names.count >= 5)
        for name in names { #expect(readme.contains(name), "\(name)") }
        for mention in source.matches(of: /RIFFLE_[A-Z_]+/) {
            #expect(names.contains(String(mention.0)), "\(mention.0)")
        }
    }

    @Test func `an option wins over the environment`() async throws {
        try await withTemporaryFolder { folder in
            let run = try await Command.riffle(
                "sources", "add", "larkfield", "--format", "csv", "larkfield.csv", "--data",
                folder.appending(path: "chosen").path, in: folder)
            #expect(run.code == 0)
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: "chosen/opportunities.sqlite").path))
        }
    }
}
