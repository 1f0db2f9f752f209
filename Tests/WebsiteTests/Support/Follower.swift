import Foundation
import GRDB
import Opportunities
import Testing
import Website

/// As simple as the protocol lets it be: applies what is newer, goes where `next` leads, stops where it leads to itself.
actor Follower {
    private(set) var held: [String: JSON] = [:]
    /// But for the addresses, which name the site's port.
    var content: [String: JSON] {
        held.mapValues { data in
            guard case .object(var all) = data else { return data }
            all["id"] = nil
            return .object(all)
        }
    }
    private var modified: [String: Double] = [:]
    private(set) var next: String?

    /// - Parameter pages: how many to read; nil for all.
    func follow(_ test: TestSite, pages: Int? = nil) async throws {
        let browser = test.browser()
        var read = 0
        while pages.map({ read < $0 }) ?? true {
            let path = next ?? "/api/opportunities/feed?limit=7"
            let reply = try await browser.request("GET", path)
            try #require(reply.status == 200, "\(path): \(reply.text)")
            let page = try JSON(reply.data)
            for item in try #require(page["items"]).list { try apply(item) }
            let address = try #require(page["next"]?.text)
            try #require(address.hasPrefix(test.address.absoluteString), "\(address)")
            // A restarted test site has another port.
            let following = String(address.dropFirst(test.address.absoluteString.count))
            if page["items"]?.list.isEmpty == true, following == path { return }
            next = following
            read += 1
            try #require(read < 200, "a feed that never ends")
        }
    }

    private func apply(_ item: JSON) throws {
        let id = try #require(item["id"]?.text)
        let number = try #require(item["modified"]?.number)
        guard number > modified[id] ?? -1 else { return }
        modified[id] = number
        if item["state"]?.text == "deleted" {
            #expect(item["data"] == nil)
            held[id] = nil
        } else {
            let data = try #require(item["data"])
            held[id] = data
        }
    }
}

/// The file that a site left behind when it ended.
actor Left {
    private(set) var data: Data?

    /// Everything into the one file that is read here.
    func take(_ test: TestSite) async throws {
        _ = try await test.site.catalogue.database.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
        data = try Data(contentsOf: test.folder.appending(path: "opportunities.sqlite"))
    }
}
