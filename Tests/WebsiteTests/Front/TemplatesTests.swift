import Foundation
import TestSupport
import Testing

@testable import Website

struct TemplatesTests {
    private static let folder = Repository.root.appending(path: "Sources/Website/Templates")

    /// Every template's text by its name.
    private static func all() throws -> [String: String] {
        let files = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
        let names = files.filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(9)) }
        return Dictionary(
            uniqueKeysWithValues: try names.map { name in
                (name, try String(contentsOf: folder.appending(path: "\(name).mustache"), encoding: .utf8))
            })
    }

    private static func partials(in text: String) -> Set<String> {
        Set(text.matches(of: /{{[><]\s*([^}\s]+)\s*}}/).map { String($0.1) })
    }

    /// The templates that a page names in the sources.
    private static func ofPages() throws -> Set<String> {
        let folder = Repository.root.appending(path: "Sources/Website")
        let files = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
        let texts = try files.filter { $0.hasSuffix(".swift") }.map {
            try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }
        return Set(texts.flatMap { $0.matches(of: /static let template = "([^"]+)"/).map { String($0.1) } })
    }

    @Test func `each template is a page's or stands within another, and none is missing`() throws {
        let (all, pages) = (try Self.all(), try Self.ofPages())
        let within = all.values.reduce(into: Set<String>()) { $0.formUnion(Self.partials(in: $1)) }
        #expect(pages.count > 20)
        #expect(pages.union(within).subtracting(all.keys).isEmpty, "named, but not there")
        #expect(Set(all.keys).subtracting(pages).subtracting(within).isEmpty, "there, but used by nothing")
    }

    @Test func `no template turns escaping off or carries a script or a style`() throws {
        for (name, text) in try Self.all() {
            #expect(!text.contains(/{{{|{{&|CONTENT_TYPE/), "\(name) turns escaping off")
            #expect(!text.contains(/<style|\sstyle=|javascript:|\son[a-z]+=/), "\(name) has something inline")
            // Of another type it is data, which no browser runs.
            let scripts = text.replacing("<script type=\"text/html\"", with: "")
            #expect(!scripts.contains(/<script(?![^>]*\ssrc="\/js\/)/), "\(name) has an inline script")
            #expect(!text.contains(/(src|href|action)="(https?:)?\/\//), "\(name) leads elsewhere")
            #expect(!text.contains(/\s[a-z-]+={{/), "\(name) has a value without quotes")
        }
    }

    @Test func `what pages fetch is there`() throws {
        for (name, text) in try Self.all() {
            for match in text.matches(of: /"(\/(?:css|js|images)\/[^"{]+)"/) {
                let file = Repository.root.appending(path: "Public" + match.1)
                #expect(FileManager.default.fileExists(atPath: file.path), "\(name): \(match.1)")
            }
        }
    }

    @Test(arguments: [
        "{{>nothing}}", "{{<nothing}}{{/nothing}}", "{{> a/nothing }}", "{{#open}}", "{{>page}} {{>gone}}",
    ])
    func `a folder with something missing or broken stops the start`(text: String) async throws {
        try await withTemporaryFolder { folder in
            try text.write(to: folder.appending(path: "page.mustache"), atomically: true, encoding: .utf8)
            await #expect(throws: (any Error).self) { try await Templates(folder: folder) }
        }
    }

    @Test func `the templates that come with the program are whole`() async throws {
        _ = try await Templates()
        _ = try await Templates(folder: Self.folder)
    }
}
