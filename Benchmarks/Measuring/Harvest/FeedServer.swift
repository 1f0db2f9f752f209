import Foundation
import Synchronization

/// A made feed over real HTTP on loopback, each connection on a thread of its own.
final class FeedServer: Sendable {
    let port: Int
    private let listener: Int32
    private let asked = Atomic(0)

    init(_ feed: MadeFeed) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var here = sockaddr_in()
        here.sin_family = sa_family_t(AF_INET)
        here.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let code = withUnsafeMutablePointer(to: &here) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) | listen(listener, 16) | getsockname(listener, address, &length)
            }
        }
        guard code == 0 else { throw Connection.Broken() }
        let port = Int(UInt16(bigEndian: here.sin_port))
        self.port = port
        Thread.detachNewThread { [weak self] in
            while true {
                let socket = accept(listener, nil, nil)
                guard socket >= 0 else { return }
                Thread.detachNewThread { [weak self] in
                    while let head = Self.head(socket) {
                        self?.asked.add(1, ordering: .relaxed)
                        guard let reply = try? Self.reply(to: head, feed, port), Self.say(reply, to: socket) else {
                            break
                        }
                    }
                    close(socket)
                }
            }
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    var address: String { "http://127.0.0.1:\(port)/feed" }
    /// How often anything was asked for.
    var requests: Int { asked.load(ordering: .relaxed) }

    private static func reply(to head: String, _ feed: MadeFeed, _ port: Int) throws -> [UInt8] {
        let after = head.firstMatch(of: /after=(\d+)/).flatMap { Int($0.1) } ?? 0
        let (items, last) = try feed.items(after: after)
        let tag = "\"\(after)-\(last)\""
        if head.contains("If-None-Match: \(tag)") {
            return Array("HTTP/1.1 304 Not Modified\r\nETag: \(tag)\r\n\r\n".utf8)
        }
        let start = "{\"next\":\"http://127.0.0.1:\(port)/feed?after=\(last)\",\"items\":["
        let end = "],\"license\":\"https://creativecommons.org/publicdomain/zero/1.0/\"}"
        let size = start.utf8.count + items.count + end.utf8.count
        var reply = Array(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: \(tag)\r\nContent-Length: \(size)\r\n\r\n\(start)"
                .utf8)
        reply += items
        reply.append(contentsOf: end.utf8)
        return reply
    }

    private static func head(_ socket: Int32) -> String? {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 8_192)
        while !bytes.contains([13, 10, 13, 10]) {
            let count = recv(socket, &piece, piece.count, 0)
            guard count > 0 else { return nil }
            bytes += piece[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func say(_ bytes: [UInt8], to socket: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}
