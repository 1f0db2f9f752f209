import Foundation
import Opportunities
import Storage
import Testing
import Website

struct AdministerSourcesTests {
    @Test func `a harvest that is held is told in a sentence, refused, and then accepted, by buttons`() async throws {
        try await withSite { test in
            let file = test.folder.appending(path: "feed.json")
            func write(_ count: Int) throws {
                let items = (0..<count).map {
                    #"{"_id": {"$oid": "\#($0)"}, "activityDefinitionSubDocument": {"title": "Task \#($0)"}}"#
                }
                try Data("[\(items.joined(separator: ","))]".utf8).write(to: file)
            }
            try await test.site.catalogue.add(
                Source(
                    name: "feed", title: "The feed", format: "doit", location: file.path, licence: "CC0",
                    attribution: ""))
            try write(20)
            _ = try await test.site.catalogue.harvest("feed", from: test.folder)
            try write(5)
            await #expect(throws: HarvestFailure.self) {
                try await test.site.catalogue.harvest("feed", from: test.folder)
            }
            let admin = try await test.browser(of: test.cast.administrator)
            try await admin.open("/admin/sources")
            #expect(admin.page.text.contains("15 of the 20 opportunities we have from here are no longer in feed.json"))
            try await admin.press("Refuse it for The feed")
            #expect(admin.page.text.contains("You refused it."))
            try await admin.press("Accept it for The feed")
            #expect(admin.page.text.contains("You accepted it. The next harvest takes it in."))
            let harvest = try await test.site.catalogue.harvest("feed", from: test.folder)
            #expect(harvest.missing == 15)
            try await admin.open("/admin/sources")
            #expect(!admin.page.text.contains("came to nothing"))
            #expect(admin.page.text.contains("The last 90 days"))
        }
    }
}
