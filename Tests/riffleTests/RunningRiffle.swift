import Foundation
import Testing

/// A `riffle serve` of its own, as on a server: it answers by the time it is there.
struct RunningRiffle: Sendable {
    let folder: URL
    let port: Int
    private let child: pid_t

    struct NotStarted: Error {}

    static func environment(_ folder: URL, _ port: Int) -> [String: String] {
        [
            "RIFFLE_DATA": folder.path, "RIFFLE_HOME": Command.root.path, "RIFFLE_ALLOWED_HOSTS": "127.0.0.1",
            "RIFFLE_ADDRESS": "http://127.0.0.1:\(port)", "RIFFLE_BATCHES": "3600s",
        ]
    }

    static func start(in folder: URL, port: Int) async throws -> RunningRiffle {
        try await spawned(["serve", "--port", "\(port)"], in: folder, port, untilItSpeaks: true)
    }

    /// Another command over the same folder, which goes on by itself.
    static func command(_ arguments: [String], in folder: URL, port: Int) async throws -> RunningRiffle {
        try await spawned(arguments, in: folder, port, untilItSpeaks: false)
    }

    private static func spawned(
        _ arguments: [String], in folder: URL, _ port: Int, untilItSpeaks: Bool
    ) async throws -> RunningRiffle {
        let program = try #require(Bundle.main.executableURL).deletingLastPathComponent().appending(path: "riffle")
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        RunningRiffle(
                            folder: folder, port: port,
                            child: try spawned(
                                [program.path] + arguments, environment(folder, port), untilItSpeaks: untilItSpeaks))
                    })
            }
        }
    }

    private static func spawned(
        _ arguments: [String], _ environment: [String: String], untilItSpeaks: Bool
    ) throws -> pid_t {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0, ends.allSatisfy({ fcntl($0, F_SETFD, FD_CLOEXEC) == 0 }) else { throw NotStarted() }
        defer { close(ends[0]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let words = arguments.map { strdup($0) }
        let settings = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") }
        defer { (words + settings).forEach { free($0) } }
        var child = pid_t()
        let code = posix_spawn(&child, arguments[0], &actions, nil, words + [nil], settings + [nil])
        close(ends[1])
        guard code == 0 else { throw NotStarted() }
        var said = ""
        var piece = [UInt8](repeating: 0, count: 1_024)
        while untilItSpeaks, !said.contains("\n") {
            let count = read(ends[0], &piece, piece.count)
            guard count > 0 else { throw NotStarted() }
            said += String(decoding: piece[..<count], as: UTF8.self)
        }
        return child
    }

    var isRunning: Bool { waitpid(child, nil, WNOHANG) == 0 }

    /// As `kill` does it; comes back when the process is gone.
    func end(_ signal: Int32) async {
        kill(child, signal)
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [child] in
                var status: Int32 = 0
                while waitpid(child, &status, 0) == -1 && errno == EINTR {}
                continuation.resume()
            }
        }
    }

    func again() async throws -> RunningRiffle { try await Self.start(in: folder, port: port) }

    /// A port that nobody uses.
    static func freePort() throws -> Int {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        var here = sockaddr_in()
        here.sin_family = sa_family_t(AF_INET)
        here.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &here) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) | getsockname(listener, address, &length)
            }
        }
        guard code == 0 else { throw NotStarted() }
        return Int(UInt16(bigEndian: here.sin_port))
    }
}
