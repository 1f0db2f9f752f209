import Foundation
import LearningSpace
import Storage
import TestSupport
import Testing
import Website

struct ExpiredArchiveTests {
    @Test func `an archive whose days are over answers as one that never was, and its bytes are gone`() async throws {
        try await withSite { test in
            let browser = try await test.browser(of: test.cast.member)
            _ = try await browser.beginReflection("An evening", learn: "It rained.")
            try await browser.open("/space/export")
            try await browser.press("Make an archive")
            try await test.site.journal.workOnParcels()
            try await browser.open("/space/export")
            let path = try #require(browser.page.link("Fetch your archive"))
            let other = try await test.browser(of: test.cast.stranger)
            let noPath = "/space/export/\(test.world.world.id(of: Parcel.self))"
            let never = try await browser.request("GET", noPath)
            #expect(never.status == 404)
            let neverToo = try await other.request("GET", noPath)
            try await same(try await other.request("GET", path), as: neverToo, "another's")
            test.world.advance(days: 2)
            try await same(try await browser.request("GET", path), as: never, "over, and not swept")
            try await test.site.journal.sweepParcels()
            try await same(try await browser.request("GET", path), as: never, "over, and swept")
            #expect(try test.archives == [])
            try await browser.open("/space/export")
            #expect(browser.page.link("Fetch your archive") == nil)
        }
    }

    /// In everything but when it was sent, and under which number it stands in the log.
    private func same(_ reply: Reply, as other: Reply, _ what: String) async throws {
        func told(_ reply: Reply) -> [String: String] { reply.headers.filter { $0.key != "date" } }
        #expect(reply.status == other.status, "\(what)")
        #expect(reply.text == other.text, "\(what)")
        #expect(told(reply) == told(other), "\(what)")
    }
}

extension TestSite {
    /// What is in the folder of archives.
    fileprivate var archives: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "parcels").path) }
    }
}
