import Foundation

/// A connection that sends bytes as they are: a URL type would mend a broken escape or a path with dots before it
/// leaves.
final class Wire: Sendable {
    private let socket: Int32
    /// Reading waits, and must not hold a thread that the server needs to answer.
    private let queue = DispatchQueue(label: "wire")

    struct Broken: Error {}

    init(to address: URL) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = in_port_t(UInt16(address.port ?? 80).bigEndian)
        place.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &place) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Broken() }
    }

    deinit { close(socket) }

    func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        // MSG_NOSIGNAL: a server that has hung up already must not end the tests.
        guard Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else { throw Broken() }
    }

    /// Everything until the server hangs up.
    func reply() async throws -> Reply {
        let bytes = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.readToEnd()) }
        }
        guard let reply = Reply(bytes: bytes) else { throw Broken() }
        return reply
    }

    private func readToEnd() -> Data {
        var all = Data()
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = recv(socket, &buffer, buffer.count, 0), count > 0 { all += buffer[..<count] }
        return all
    }
}

extension TestSite {
    /// GETs a path exactly as it is written.
    func get(asWritten path: String) async throws -> Reply {
        let wire = try Wire(to: address)
        try wire.send("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(address.port ?? 80)\r\nConnection: close\r\n\r\n")
        return try await wire.reply()
    }
}
