import Foundation
import LearningSpace
import Storage
import TestSupport
import Testing
import Website

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
            for words in [
                "added: 1. Already here: 0. To be left out: 0.", "added: 0. Already here: 1. To be left out: 0.",
            ] {
                let reply = try await other.request(
                    "POST", "/space/import", body: Self.form(file.text), type: "multipart/form-data; boundary=edge")
                #expect(reply.status == 303 && reply.headers["location"] == "/space/import")
                try await other.open("/space/import")
                #expect(other.page.text.contains("To be " + words))
                try await other.press("Take it in")
                try await test.site.journal.workOnParcels()
                try await other.open("/space/import")
                #expect(
                    other.page.text.contains(
                        words.replacing("To be left", with: "Left").replacing("added", with: "Added")))
            }
            try await other.open("/space")
            try await other.follow("An evening")
            #expect(other.page.text.contains("It rained."))
            let again = try await other.request("GET", "/space/export/json")
            #expect(again.data == file.data)
        }
    }

    @Test func `an archive with the files is made, fetched by its owner alone, and taken in elsewhere`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            _ = try await browser.beginReflection("An evening", learn: "It rained.")
            _ = try await test.send("My notes.", "notes.txt", by: test.cast.member.id)
            try await browser.open("/space/export")
            try await browser.press("Make an archive")
            try await test.site.journal.workOnParcels()
            try await browser.open("/space/export")
            #expect(browser.page.text.contains("here until 17 September 2026"))
            let path = try #require(browser.page.link("Fetch your archive"))
            let archive = try await browser.request("GET", path)
            #expect(archive.headers["content-type"] == "application/zip")
            #expect(archive.headers["cache-control"] == "private, no-store")
            #expect(archive.data.starts(with: Data("PK".utf8)))
            let other = try await test.browser(of: test.cast.stranger)
            #expect(try await other.request("GET", path).status == 404)
            try await other.open("/space/export")
            let sent = try await other.upload(Array(archive.data), "learning-space.zip")
            #expect(sent.status == 303)
            try await other.open("/space/import")
            #expect(other.page.text.contains("To be added: 2. Already here: 0. To be left out: 0."))
            try await other.press("Take it in")
            try await test.site.journal.workOnParcels()
            try await other.open("/space/files")
            #expect(other.page.text.contains("notes.txt"))
            test.world.advance(days: 2)
            #expect(try await browser.request("GET", path).status == 404)
        }
    }

    @Test func `everything stands on one page to be printed`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            _ = try await browser.beginReflection("An <evening>", learn: "It rained.")
            try await browser.open("/space/export")
            try await browser.follow("On one page, to print")
            #expect(browser.page.text.contains("Mara Member") && browser.page.text.contains("An <evening>"))
            #expect(browser.page.text.contains("Learn It rained."))
            #expect(browser.page.text.contains("begun \(test.world.world.today.words)"))
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
