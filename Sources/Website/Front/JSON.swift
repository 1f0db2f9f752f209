import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// Sorted, so that the same answer is the same bytes.
    static func json(_ value: some Encodable, _ status: HTTPResponse.Status) throws -> Response {
        json(try .json(value), status)
    }

    /// - Parameter encoded: JSON.
    static func json(_ encoded: ByteBuffer, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: encoded))
    }
}

extension ByteBuffer {
    static func json(_ value: some Encodable) throws -> ByteBuffer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return ByteBuffer(bytes: try encoder.encode(value))
    }
}
