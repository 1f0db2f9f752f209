import Foundation
import TestSupport
import Testing

/// One run of the program, as at a terminal.
struct Command: Sendable {
    let code: Int32
    let output: String
    let errors: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func riffle(_ arguments: String..., in folder: URL) async throws -> Command {
        try await riffle(arguments, in: folder)
    }

    /// Runs `riffle` with its data in `folder`.
    static func riffle(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:]
    ) async throws -> Command {
        let program = try #require(Bundle.main.executableURL).deletingLastPathComponent().appending(path: "riffle")
        // Nothing set in the terminal that runs the tests may reach them.
        let settings = ["RIFFLE_DATA": folder.path, "RIFFLE_HOME": root.path].merging(environment) { $1 }
        return try await withTemporaryFolder { papers in
            let (output, errors) = (papers.appending(path: "output"), papers.appending(path: "errors"))
            let child = try start(
                [program.path] + arguments, settings.map { "\($0)=\($1)" }, output: output.path, errors: errors.path)
            let status = await end(of: child)
            return Command(
                // The exit code; a signal that ended it counts from 128, as in a shell.
                code: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F),
                output: try String(contentsOf: output, encoding: .utf8),
                errors: try String(contentsOf: errors, encoding: .utf8))
        }
    }

    private struct NotStarted: Error {
        let code: Int32
    }

    /// With files for what it writes, and by the system's own call: Foundation's `Process` reads past its memory when
    /// many tests hold many files open.
    private static func start(
        _ arguments: [String], _ environment: [String], output: String, errors: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
        let (words, settings) = (arguments.map { strdup($0) }, environment.map { strdup($0) })
        defer { (words + settings).forEach { free($0) } }
        var child = pid_t()
        let code = posix_spawn(&child, arguments[0], &actions, nil, words + [nil], settings + [nil])
        guard code == 0 else { throw NotStarted(code: code) }
        return child
    }

    private static func end(of child: pid_t) async -> Int32 {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var status: Int32 = 0
                while waitpid(child, &status, 0) == -1 && errno == EINTR {}
                continuation.resume(returning: status)
            }
        }
    }
}
