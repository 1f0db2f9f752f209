import Foundation
import TestSupport
import Testing

struct CarrySpaceTests {
    @Test func `a space is carried to another member's account, and taken in once`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            _ = try await browser.beginReflection("An evening", learn: "It rained.")
            let file = try await browser.request("GET", "/space/export/json")
            #expect(file.headers["content-disposition"] == "attachment; filename=\"learning-space.json\"")
            #expect(file.headers["x-content-type-options"] == "nosniff")
            let text = try await browser.request("GET", "/space/export/markdown").text
            #expect(text.contains("## An evening") && text.contains("It rained."))

            let other = try await test.browser(of: test.cast.stranger)
            for words in ["Added: 1. Already here: 0. Left out: 0.", "Added: 0. Already here: 1. Left out: 0."] {
                let reply = try await other.request(
                    "POST", "/space/import", body: Self.form(file.text), type: "multipart/form-data; boundary=edge")
                #expect(reply.status == 200)
                #expect(reply.page.text.contains(words))
            }
            try await other.open("/space")
            try await other.follow("An evening")
            #expect(other.page.text.contains("It rained."))
            let again = try await other.request("GET", "/space/export/json")
            #expect(again.data == file.data)
        }
    }

    @Test func `a form without a file, with another, or broken off is answered with a sentence`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/space")
            try await browser.follow("Take it with you")
            #expect(browser.page.text.contains("Bring it back"))
            let whole = Self.form("{}")
            let bodies = [
                "", "--edge", "--edge--", Self.form(""), whole, Self.form("\u{0}"), String(whole.prefix(60)),
                whole.replacing("name=\"file\"", with: "name=\"other\""), String(repeating: "--edge", count: 50_000),
                String(repeating: "--edge\r\n\r\n", count: 10_000), whole.replacing("\r\n", with: "\n"),
            ]
            for body in bodies {
                let reply = try await browser.request(
                    "POST", "/space/import", body: body, type: "multipart/form-data; boundary=edge")
                #expect(reply.status == 422, "\(body.prefix(60)): \(reply.status)")
                #expect(reply.page.text.contains("Choose "))
            }
            for type in ["multipart/form-data", "multipart/form-data; boundary=", "text/plain", "application/json"] {
                let reply = try await browser.request("POST", "/space/import", body: whole, type: type)
                #expect(reply.status == 415, "\(type)")
            }
        }
    }

    /// As a browser sends a form with one file.
    private static func form(_ file: String) -> String {
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\\\"; rm -rf $(x).json\"\r\n"
            + "Content-Type: application/json\r\n\r\n\(file)\r\n--edge--\r\n"
    }
}
