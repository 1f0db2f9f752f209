import Foundation

/// One visitor's connection, kept open as browsers do. It blocks: whoever uses it has a thread of their own.
final class Connection {
    struct Answer {
        let status: Int
        let location: String?
        let body: Data
    }
    struct Broken: Error {}

    private let socket: Int32
    private let cookie: String?

    init(port: Int, cookie: String? = nil) throws {
        self.cookie = cookie
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = in_port_t(UInt16(port).bigEndian)
        place.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &place) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Broken() }
    }

    deinit { close(socket) }

    func get(_ path: String) throws -> Answer { try exchange("GET \(path)", body: "") }

    func post(_ path: String, _ fields: [(String, String)]) throws -> Answer {
        try exchange("POST \(path)", body: Self.encoded(fields))
    }

    static func encoded(_ fields: [(String, String)]) -> String {
        fields.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
            .joined(separator: "&")
    }

    private func exchange(_ target: String, body: String) throws -> Answer {
        var head = "\(target) HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n"
        if let cookie { head += "Cookie: riffle=\(cookie)\r\n" }
        if !body.isEmpty {
            head += "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n"
        }
        let bytes = Array((head + "\r\n" + body).utf8)
        guard send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else { throw Broken() }
        return try answer()
    }

    private func answer() throws -> Answer {
        let end = Data("\r\n\r\n".utf8)
        var read = Data()
        var headEnd = read.range(of: end)
        while headEnd == nil {
            try receive(into: &read)
            headEnd = read.range(of: end)
        }
        guard let headEnd else { throw Broken() }
        let lines = String(decoding: read[..<headEnd.lowerBound], as: UTF8.self).split(separator: "\r\n")
        func value(_ name: String) -> String? {
            lines.first { $0.lowercased().hasPrefix(name + ":") }.map {
                $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
            }
        }
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Broken()
        }
        let length = value("content-length").flatMap(Int.init) ?? 0
        while read.count - headEnd.upperBound < length { try receive(into: &read) }
        return Answer(status: status, location: value("location"), body: read[headEnd.upperBound...])
    }

    private func receive(into read: inout Data) throws {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &buffer, buffer.count, 0)
        guard count > 0 else { throw Broken() }
        read += buffer[..<count]
    }
}
