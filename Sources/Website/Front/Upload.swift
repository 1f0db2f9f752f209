import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The one file that a form holds, as a browser sends it (RFC 7578); nil where none was chosen. Its name is not read:
    /// nothing is kept under a name that somebody chose.
    ///
    /// - Parameter most: how many bytes the whole form may have; a larger one is 413.
    func file(_ field: String, upTo most: Int) async throws -> Data? {
        let type = headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("multipart/form-data"),
            let boundary = type.firstMatch(of: /boundary="?([0-9A-Za-z'()+_,.\/:=? -]{1,70})"?/)?.1
        else { throw HTTPError(.unsupportedMediaType, message: "A file is sent as multipart/form-data.") }
        let body = body
        let buffer = try await within(seconds: 120) { try await body.collect(upTo: most) }
        return Upload.part(field, of: Data(buffer.readableBytesView), boundary: String(boundary))
    }
}

enum Upload {
    /// More than any form of ours, so that a body of nothing but boundaries is given up.
    private static let mostParts = 16

    /// What stands between a part's headers and the next boundary; nil where there is no such part, or it is empty.
    static func part(_ field: String, of body: Data, boundary: String) -> Data? {
        let mark = Data("--\(boundary)".utf8)
        var rest = body[...]
        for _ in 0..<mostParts {
            guard let start = rest.range(of: mark) else { return nil }
            rest = rest[start.upperBound...]
            guard let headers = rest.range(of: Data("\r\n\r\n".utf8)),
                let end = rest.range(of: Data("\r\n".utf8) + mark)
            else { return nil }
            guard headers.upperBound <= end.lowerBound else { continue }
            let head = String(decoding: rest[..<headers.lowerBound], as: UTF8.self)
            if head.contains("name=\"\(field)\"") {
                let content = rest[headers.upperBound..<end.lowerBound]
                return content.isEmpty ? nil : Data(content)
            }
        }
        return nil
    }
}
