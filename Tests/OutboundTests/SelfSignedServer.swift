import Foundation
import TestSupport
import Testing

/// Runs a test beside an HTTPS server whose certificate is its own word alone.
func withSelfSignedServer(_ body: (_ port: Int) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
        let (key, certificate) = (folder.appending(path: "key").path, folder.appending(path: "certificate").path)
        let made = try OpenSSL(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=127.0.0.1 -days 2 -addext subjectAltName=IP:127.0.0.1",
            "-keyout", key, "-out", certificate)
        #expect(made.end() == 0)
        let server = try OpenSSL("s_server -accept 127.0.0.1:0 -www", "-key", key, "-cert", certificate)
        defer { server.stop() }
        // It says "ACCEPT 127.0.0.1:41233" once it listens.
        let line = try #require(server.line { $0.hasPrefix("ACCEPT") })
        try await body(try #require(line.split(separator: ":").last.flatMap { Int($0) }))
    }
}

/// Debian's own `openssl`, which comes with its certificates.
private final class OpenSSL {
    private var child = pid_t()
    private let output: FileHandle

    init(_ words: String, _ more: String...) throws {
        let pipe = Pipe()
        output = pipe.fileHandleForReading
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, pipe.fileHandleForWriting.fileDescriptor, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let arguments = (["openssl"] + words.split(separator: " ").map(String.init) + more).map { strdup($0) }
        defer { arguments.forEach { free($0) } }
        let code = posix_spawn(&child, "/usr/bin/openssl", &actions, nil, arguments + [nil], nil)
        guard code == 0 else { throw POSIXError(.init(rawValue: code) ?? .ENOENT) }
        try pipe.fileHandleForWriting.close()
    }

    /// The first line of its output that fits.
    func line(_ fits: (String) -> Bool) -> String? {
        var text = ""
        while true {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            if let found = lines.dropLast().first(where: { fits(String($0)) }) { return String(found) }
            let more = output.availableData
            guard !more.isEmpty else { return nil }
            text += String(decoding: more, as: UTF8.self)
        }
    }

    func stop() {
        // The thread that started it may have held other signals back, and so does the child.
        kill(child, SIGKILL)
        _ = end()
    }

    func end() -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1 && errno == EINTR {}
        return status
    }
}
