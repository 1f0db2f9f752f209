import Foundation
import Synchronization

/// A server on loopback that says whatever a test wants, byte by byte; each connection has a thread of its own.
///
/// Nothing in it sleeps: who stays silent waits for the other side to hang up.
package final class HostileServer: Sendable {
    package let port: Int
    private let listener: Int32
    private let seen = Mutex<[String]>([])
    private let accepted = Atomic(0)

    /// - Parameter answer: what becomes of a connection, given the head of its request.
    package init(_ answer: @escaping @Sendable (_ request: String, _ connection: Connection) -> Void) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var here = sockaddr_in()
        here.sin_family = sa_family_t(AF_INET)
        here.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let code = withUnsafeMutablePointer(to: &here) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) | listen(listener, 16) | getsockname(listener, address, &length)
            }
        }
        guard code == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EADDRINUSE) }
        port = Int(UInt16(bigEndian: here.sin_port))
        Thread.detachNewThread { [weak self] in
            while true {
                let socket = accept(listener, nil, nil)
                guard socket >= 0, fcntl(socket, F_SETFD, FD_CLOEXEC) == 0 else { return }
                let connection = Connection(socket)
                self?.accepted.add(1, ordering: .relaxed)
                Thread.detachNewThread { [weak self] in
                    while let request = connection.head() {
                        self?.seen.withLock { $0.append(request) }
                        answer(request, connection)
                        guard connection.isKept else { break }
                    }
                    connection.end()
                }
            }
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    package func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

    /// The heads of all requests so far.
    package var requests: [String] { seen.withLock { $0 } }
    package var connections: Int { accepted.load(ordering: .relaxed) }
}

/// One connection: written to until the other side hangs up.
package final class Connection: Sendable {
    private let socket: Int32
    private let kept = Mutex(false)
    /// Linux's POLLRDHUP, which Swift does not import.
    private let hungUp: Int32 = 0x2000

    fileprivate init(_ socket: Int32) { self.socket = socket }

    /// - Returns: false once nobody listens.
    @discardableResult package func say(_ text: String) -> Bool { say(Array(text.utf8)) }

    @discardableResult package func say(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// A whole reply, after which the connection stays open for the next request.
    package func reply(_ status: String, _ headers: [String] = [], body: String = "") {
        kept.withLock { $0 = true }
        let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers
        say(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    /// Waits until the other side hangs up, or so many milliseconds.
    /// - Returns: whether it has hung up.
    @discardableResult package func waits(milliseconds: Int32 = -1) -> Bool {
        var watched = pollfd(fd: socket, events: Int16(POLLIN | hungUp), revents: 0)
        return poll(&watched, 1, milliseconds) > 0
    }

    /// A request's first lines, with its body.
    fileprivate func head() -> String? {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while !bytes.contains(Array("\r\n\r\n".utf8)) {
            let count = recv(socket, &piece, piece.count, 0)
            guard count > 0 else { return nil }
            bytes += piece[..<count]
        }
        let head = String(decoding: bytes, as: UTF8.self)
        let size = head.firstMatch(of: /Content-Length: (\d+)/).flatMap { Int($0.1) } ?? 0
        let end = head.range(of: "\r\n\r\n").map { head[..<$0.upperBound].utf8.count } ?? bytes.count
        while bytes.count - end < size {
            let count = recv(socket, &piece, piece.count, 0)
            guard count > 0 else { return nil }
            bytes += piece[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    fileprivate var isKept: Bool { kept.withLock { $0 } }
    fileprivate func end() { close(socket) }
}
