import Foundation
import Storage
import TestSupport
import Website

/// Every page, as each kind of person sees it, and everything that is written down.
struct WholeSite {
    private let test: TestSite
    private let viewers: [(name: String, browser: Browser)]

    /// Signs everybody in, in one order.
    init(_ test: TestSite) async throws {
        self.test = test
        var viewers = [(name: "nobody", browser: test.browser())]
        for person in test.cast.everybody { viewers.append((person.name, try await test.browser(of: person))) }
        self.viewers = viewers
    }

    func browser(of person: Person) -> Browser? { viewers.first { $0.name == person.name }?.browser }

    /// Every page that a link can lead to, with its status and headers; by viewer and path.
    ///
    /// Chance begins anew for it, so that two looks at the same site show the same bytes.
    /// - Parameter more: paths with an id in them.
    func pages(and more: [String] = []) async throws -> [String: String] {
        test.world.reseed(7)
        let plain = test.site.routes.filter { $0.hasPrefix("GET ") && !$0.contains("{") && !$0.contains("*") }
            .map { String($0.dropFirst(4)) }.sorted()
        var seen: [String: String] = [:]
        for (name, browser) in viewers {
            for path in plain + more { seen["\(name) \(path)"] = Self.all(of: try await browser.request("GET", path)) }
        }
        return seen
    }

    /// What came back, but for the date: the time of this machine, not of the site.
    static func all(of reply: Reply) -> String {
        let headers = reply.headers.filter { $0.key != "date" }.sorted { $0.key < $1.key }
        return "\(reply.status)\n" + headers.map { "\($0.key): \($0.value)\n" }.joined() + reply.text
    }

    /// Every file of the rooms, with the logs written ahead of them.
    func files() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: test.folder.path) {
            let file = test.folder.appending(path: name)
            let isFolder = try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
            // The index of a log holds nothing but where its pages lie, and marks of who reads at this moment.
            if !name.hasSuffix("-shm") { files[name] = isFolder ? Data() : try Data(contentsOf: file) }
        }
        return files
    }
}

extension [String] {
    /// Lines of a log without what each answer took: no two runs are equally quick.
    var withoutDurations: [String] { map { $0.replacing(/"ms": "[^"]*"/, with: "") } }
}
