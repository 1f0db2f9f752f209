import Foundation
import LearningSpace
import TestSupport
import Testing
import Website

struct KeepEvidenceTests {
    @Test func `a picture is added to an activity, opened, and deleted`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/space/activities/new")
            browser.fill("title", "Chairing a panel")
            browser.fill("first", "2026-09-01")
            try await browser.press("Save")
            try await browser.follow("Add a file")
            let sent = try await browser.upload(
                HandMade.jpeg(), "C:\\photos\\tea \"at\" five.JPG", with: ["about": "The <room>"])
            #expect(sent.status == 303)
            try await browser.open(try #require(sent.headers["location"]))
            #expect(browser.page.text.contains("Saved.") && browser.page.text.contains("The <room>"))
            #expect(browser.page.text.contains("tea \"at\" five.JPG Picture, "))
            let file = try await browser.request("GET", try #require(browser.page.link("tea")))
            #expect(file.status == 200)
            #expect(file.data.starts(with: [0xFF, 0xD8]) && file.data.range(of: Data("52.0907N".utf8)) == nil)
            #expect(file.headers["content-type"] == "image/jpeg")
            #expect(
                file.headers["content-disposition"]
                    == "inline; filename=\"tea _at_ five.JPG\"; filename*=UTF-8''tea%20%22at%22%20five.JPG")
            #expect(file.headers["x-content-type-options"] == "nosniff")
            #expect(file.headers["cache-control"] == "private, no-store")
            #expect(file.headers["content-security-policy"]?.hasSuffix("sandbox") == true)
            try await browser.open("/space/files")
            #expect(browser.page.text.contains("1 file, "))
            #expect(browser.page.text.contains("Activity: Chairing a panel"))
            try await browser.press("Take it away")
            #expect(!browser.page.text.contains("tea"))
            try await browser.open("/space/files")
            #expect(browser.page.text.contains("It stands nowhere."))
            try await browser.press("Delete it")
            #expect(browser.page.text.contains("No file, 0 of 1000 MB"))
        }
    }

    @Test func `what is no picture is kept by the browser and never shown`() async throws {
        try await withSite { test in
            let id = try await test.send("<script>alert(1)</script>", "page.html", by: test.cast.member.id)
            let file = try await test.browser(of: test.cast.member).request("GET", "/space/files/\(id)")
            #expect(file.headers["content-type"] == "text/plain; charset=utf-8")
            #expect(file.headers["content-disposition"]?.hasPrefix("attachment; filename=\"page.html.txt\"") == true)
        }
    }

    @Test func `a file stands at a stage, and who may read the stage opens it`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            _ = try await browser.beginReflection("An evening", learn: "It rained.")
            try await browser.follow("Add a file")
            let sent = try await browser.upload(Array("My notes.".utf8), "notes.txt", with: ["stage": "plan"])
            try await browser.open(try #require(sent.headers["location"]))
            #expect(browser.page.text.contains("notes.txt Text, 1 kB"))
            let path = try #require(browser.page.link("notes.txt"))
            let other = try await test.browser(of: test.cast.stranger)
            #expect(try await other.request("GET", path).status == 404)
            #expect(try await test.browser().request("GET", path).status == 303)
        }
    }

    @Test func `a file that cannot be kept comes back as a sentence with what was typed`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            try await browser.open("/space/files/new")
            let cases: [([UInt8], String, String)] = [
                ([], "", "Choose a file."), ([], "a.txt", "this one is empty"), ([0, 1], "a.exe", "Choose a PDF"),
                (Array(HandMade.png().prefix(40)), "a.png", "damaged"),
                ([UInt8](repeating: 65, count: 25_000_001), "a.txt", "larger than 25 MB"),
            ]
            for (bytes, name, sentence) in cases {
                let reply = try await browser.upload(bytes, name, with: ["about": "What I typed"])
                #expect(reply.status == 422, "\(name): \(reply.status)")
                #expect(reply.page.error(of: "file")?.contains(sentence) == true, "\(sentence)")
                #expect(reply.page.forms.contains { $0.value("about") == "What I typed" })
            }
            let long = try await browser.upload(
                [65], "a.txt", with: ["about": String(repeating: "a", count: 1_001)])
            #expect(long.status == 422 && long.page.error(of: "about") != nil)
            let much = try await browser.request(
                "POST", "/space/files", bytes: Data(), type: "multipart/form-data; boundary=edge",
                headers: ["Content-Length": "0"])
            #expect(much.status == 422)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: test.folder.appending(path: "evidence").path) == [])
        }
    }

    @Test func `whose session ended while a file was sent is led to sign in`() async throws {
        try await withSite { test in
            let reply = try await test.browser().request(
                "POST", "/space/files", body: "--edge--", type: "multipart/form-data; boundary=edge")
            #expect(reply.status == 401)
            #expect(reply.page.text.contains("You are signed out"))
        }
    }
}
