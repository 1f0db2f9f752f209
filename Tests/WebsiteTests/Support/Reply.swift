import Foundation
import FoundationNetworking

/// What came back from one request.
struct Reply: Sendable {
    let status: Int
    /// By name in small letters.
    let headers: [String: String]
    let data: Data

    var text: String { String(decoding: data, as: UTF8.self) }
    var page: Document { Document(text) }

    init(_ data: Data, _ response: HTTPURLResponse) {
        self.data = data
        status = response.statusCode
        headers = Dictionary(
            response.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }, uniquingKeysWith: { $1 })
    }

    /// From the bytes of an HTTP/1.1 response whose connection was closed after it.
    init?(bytes: Data) {
        guard let end = bytes.firstRange(of: Data("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        self.status = status
        headers = Dictionary(
            lines.dropFirst().compactMap { line in
                line.firstIndex(of: ":").map {
                    (line[..<$0].lowercased(), line[$0...].dropFirst().trimmingCharacters(in: .whitespaces))
                }
            }, uniquingKeysWith: { $1 })
        data = Data(bytes[end.upperBound...])
    }
}
