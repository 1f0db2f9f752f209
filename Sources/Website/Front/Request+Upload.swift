import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// Reads a form with one file, whose bytes are passed on as they come.
    ///
    /// - Parameters:
    ///   - field: the file's. Other files are passed over.
    ///   - most: how many bytes the whole may have before it is 413. What is too large for its place, and yet less than
    ///     this, is read to its end, for a browser shows no answer that comes while it still sends.
    /// - Returns: the other fields, and what the file is called; nil where none was chosen.
    func upload(
        _ field: String, upTo most: Int, seconds: Int = 900, _ take: @escaping @Sendable (Data) throws -> Void
    ) async throws -> (form: Form, name: String?) {
        let type = headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("multipart/form-data"),
            let boundary = type.firstMatch(of: /boundary="?([0-9A-Za-z'()+_,.\/:=? -]{1,70})"?/)?.1
        else { throw HTTPError(.unsupportedMediaType, message: "A file is sent as multipart/form-data.") }
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > most {
            throw HTTPError(.contentTooLarge)
        }
        let (body, mark) = (body, String(boundary))
        return try await within(seconds: seconds) {
            var (reading, multipart, count) = (UploadReading(field: field), Multipart(boundary: mark), 0)
            for try await piece in body {
                count += piece.readableBytes
                guard count <= most else { throw HTTPError(.contentTooLarge) }
                do {
                    for event in try multipart.read(Data(piece.readableBytesView)) { try reading.read(event, take) }
                } catch is Multipart.Unreadable {
                    // What came until here is answered, as a form with things left out.
                    return (Form(reading.fields), nil)
                }
            }
            // Broken off: what came of the file is not all of it.
            return (Form(reading.fields), reading.isWhole ? reading.name : nil)
        }
    }
}

private struct UploadReading {
    private static let mostBytesOfFields = 64 << 10
    let field: String
    private(set) var fields: [(name: String, value: String)] = []
    private(set) var name: String?
    private(set) var isWhole = false
    private var isFile = false
    private var value = Data()
    private var current: String?
    private var bytesOfFields = 0

    init(field: String) { self.field = field }

    mutating func read(_ event: Multipart.Event, _ take: (Data) throws -> Void) throws {
        switch event {
        case .part(let part, let file):
            close()
            isFile = file != nil && part == field && name == nil
            if isFile, let file, !file.isEmpty { name = file }
            current = file == nil ? part : nil
        case .content(let data):
            if isFile, name != nil {
                try take(data)
            } else if current != nil {
                bytesOfFields += data.count
                guard bytesOfFields <= Self.mostBytesOfFields else { throw HTTPError(.contentTooLarge) }
                value += data
            }
        case .end:
            close()
            isWhole = true
        }
    }

    private mutating func close() {
        if let current { fields.append((current, String(decoding: value, as: UTF8.self))) }
        (current, value, isFile) = (nil, Data(), false)
    }
}
