import Foundation
import Testing

@testable import Website

struct MultipartTests {
    private struct Part: Equatable {
        var name: String
        var file: String?
        var content = Data()
    }

    private func parts(_ body: Data, in size: Int) throws -> [Part] {
        var (multipart, parts) = (Multipart(boundary: "edge"), [Part]())
        for start in stride(from: 0, to: body.count, by: size) {
            for event in try multipart.read(body[start..<min(start + size, body.count)]) {
                switch event {
                case .part(let name, let file): parts.append(Part(name: name, file: file))
                case .content(let data): parts[parts.count - 1].content += data
                case .end: break
                }
            }
        }
        return parts
    }

    @Test func `a form is understood however it is cut`() throws {
        let tricky = "\r\n--edg\r\n-\r\n--\r"
        let body = Data(
            """
            --edge\r\nContent-Disposition: form-data; name="a"\r\n\r\nfirst\r\n--edge\r\n\
            content-disposition: form-data; name="file"; filename="x%22\\"y.txt"\r\nContent-Type: a/b\r\n\r\n\(tricky)\r\n\
            --edge\r\nContent-Disposition: form-data; name="empty"\r\n\r\n\r\n--edge--\r\n
            """.utf8)
        for size in 1...body.count {
            let parts = try parts(body, in: size)
            #expect(
                parts == [
                    Part(name: "a", file: nil, content: Data("first".utf8)),
                    Part(name: "file", file: "x\"\"y.txt", content: Data(tricky.utf8)), Part(name: "empty", file: nil),
                ], "in pieces of \(size)")
        }
    }

    @Test func `headers without end and parts without number are given up`() {
        let headers = Data("--edge\r\n".utf8) + Data(repeating: 65, count: 9_000)
        let many = Data(String(repeating: "--edge\r\n\r\n\r\n", count: 100).utf8)
        for body in [headers, many] {
            #expect(throws: Multipart.Unreadable.self) {
                var multipart = Multipart(boundary: "edge")
                _ = try multipart.read(body)
            }
        }
    }
}
