import Foundation
import GRDB
import LearningSpace
import Opportunities
import Storage
import TestSupport
import Testing
import Website

struct ShortlistTests {
    @Test func `an empty page says how things come to stand on it`() async throws {
        try await withSite { test in
            let member = try await test.browser(of: test.cast.member)
            try await member.open("/saved")
            #expect(member.page.text.contains("Nothing on it yet"))
            #expect(member.page.text.contains("No search is saved"))
            #expect(member.page.link("Find volunteering") == "/opportunities")
        }
    }

    @Test func `what is saved from the results stands on the shortlist, and can be taken off there`() async throws {
        try await withSite { test in
            let provider = Provider(test: test)
            try await provider.offer([.init(id: "a", title: "Walk dogs"), .init(id: "b", title: "Feed cats")])
            let member = try await test.browser(of: test.cast.member)
            try await member.open("/opportunities?q=dogs")
            try await member.press("Save : Walk dogs")
            #expect(member.status == 200)
            #expect(member.page.text.contains("Saved. It stays readable on your shortlist"))
            #expect(member.path.hasPrefix("/opportunities?q=dogs&done=shortlisted"), "back to the same results")
            #expect(member.page.text.contains("Remove from shortlist : Walk dogs"))
            try await member.open("/saved")
            #expect(member.page.text.contains("Saved 15 September 2026"))
            try await member.follow("Walk dogs")
            #expect(member.page.text.contains("Come and help us with it every week"))
            #expect(member.page.text.contains("Contains data of the standing source"))
            try await member.press("Remove from your shortlist")
            #expect(member.page.text.contains("Nothing on it yet"))

            let stranger = try await test.browser(of: test.cast.stranger)
            try await member.open("/opportunities?q=cats")
            try await member.press("Save : Feed cats")
            let id = try #require(try await provider.id("Feed cats"))
            try await stranger.open("/saved")
            #expect(!stranger.page.text.contains("Feed cats"))
            #expect(try await stranger.request("GET", "/saved/\(id)").status == 404)
            try await stranger.open("/opportunities?q=cats")
            #expect(stranger.page.text.contains("Save : Feed cats"), "nobody sees what others saved")
            let nobody = test.browser()
            try await nobody.open("/opportunities?q=cats")
            #expect(nobody.page.forms.allSatisfy { !$0.has(button: "Save") })
        }
    }

    @Test func `a saved listing says what its advert says differently now, and outlives it`() async throws {
        try await withSite { test in
            let provider = Provider(test: test)
            var offer = Provider.Offer(id: "a", title: "Walk dogs", text: "Walk two dogs round the park on Mondays.")
            try await provider.offer([offer, .init(id: "b", title: "Feed cats")])
            let id = try #require(try await provider.id("Walk dogs"))
            let member = try await test.browser(of: test.cast.member)
            try await member.post("/saved/\(id)", [])
            offer.text = "Walk five dogs round the park on Sundays."
            try await provider.offer([offer, .init(id: "b", title: "Feed cats")])
            try await member.open("/saved")
            #expect(member.page.text.contains("1 thing changed since"))
            try await member.open("/saved/\(id)")
            #expect(member.page.text.contains("What it says differently now"))
            #expect(member.page.text.contains("Then: Walk two dogs round the park on Mondays."))
            #expect(member.page.text.contains("Now: Walk five dogs round the park on Sundays."))

            offer.isOver = true
            try await provider.offer([offer, .init(id: "b", title: "Feed cats")])
            try await member.open("/saved/\(id)")
            #expect(member.page.text.contains("The advert is closed 15 September 2026."))
            #expect(member.page.text.contains("Walk two dogs round the park on Mondays."))

            // Whatever becomes of the catalogue's row.
            try await test.site.catalogue.database.write { db in
                for table in ["whereabouts", "session", "slot", "cause", "line"] {
                    try db.execute(sql: "DELETE FROM \(table)")
                }
                try db.execute(sql: "DELETE FROM searchable")
                try db.execute(sql: "DELETE FROM opportunity")
            }
            try await member.open("/saved/\(id)")
            #expect(member.status == 200)
            #expect(member.page.text.contains("The advert is no longer known here."))
            #expect(member.page.text.contains("Walk two dogs round the park on Mondays."))
            #expect(member.page.link("The advert as it is now") == nil)
        }
    }

    @Test func `after two weeks without an answer the page asks, and what is said moves it on`() async throws {
        try await withSite { test in
            let provider = Provider(test: test)
            try await provider.offer([.init(id: "a", title: "Walk dogs")])
            let id = try #require(try await provider.id("Walk dogs"))
            let member = try await test.browser(of: test.cast.member)
            try await member.post("/saved/\(id)", [("next", "/saved/\(id)")])
            try await member.press("I applied")
            #expect(member.page.text.contains("Applied 15 September 2026"))
            test.world.advance(days: 13)
            try await member.open("/saved")
            #expect(!member.page.text.contains("no answer?"))
            test.world.advance(days: 1)
            try await member.open("/saved")
            #expect(member.page.text.contains("Did you hear back?"))
            #expect(member.page.text.contains("Applied 14 days ago, no answer?"))
            try await member.follow("Walk dogs")
            try await member.press("No answer came")
            #expect(member.page.text.contains("No answer by 29 September 2026"))
            try await member.press("They answered")
            #expect(member.page.text.contains("Answered 29 September 2026"))

            try await member.post("/saved/\(id)/progress", [("move", "applied")])
            #expect(member.status == 409, "an old page cannot undo what was said since")
            #expect(member.page.text.contains("Answered 29 September 2026"))
            try await member.post("/saved/\(id)/progress", [("move", "sideways")])
            #expect(member.status == 409)
        }
    }

    @Test func `what somebody did begins one reflection, with the day, the hours and the skills`() async throws {
        try await withSite { test in
            let provider = Provider(test: test)
            try await provider.offer([
                .init(id: "a", title: "Walk dogs", needs: ["Patience"], gains: ["Leadership of dogs"])
            ])
            let id = try #require(try await provider.id("Walk dogs"))
            let member = try await test.browser(of: test.cast.member)
            try await member.post("/saved/\(id)", [])
            try await member.post("/saved/\(id)/reflection", [])
            #expect(member.status == 409, "first it has to be done")
            member.fill("day", "2026-09-16")
            member.fill("hours", "some")
            try await member.press("Note that I did it")
            #expect(member.status == 422)
            #expect(member.page.error(of: "day")?.contains("not later than today") == true)
            #expect(member.page.error(of: "hours")?.contains("from 0.25 to 1000") == true)
            #expect(member.page.forms.contains { $0.value("hours") == "some" }, "what was typed comes back")
            member.fill("day", "2026-09-12")
            member.fill("hours", "2,5")
            try await member.press("Note that I did it")
            #expect(member.page.text.contains("Did it 12 September 2026, 2.5 hours"))
            for _ in 0..<2 { try await member.post("/saved/\(id)/reflection", []) }
            #expect(member.path.hasSuffix("/edit"))
            let own = try await test.site.journal.reflections(of: test.cast.member.id)
            #expect(own.count == 1, "pressed twice, it begins one")
            let learn = try #require(member.page.forms.compactMap { $0.value("learn") }.first)
            #expect(learn.contains("On 12 September 2026 I did this, for 2.5 hours: Walk dogs, The Grove."))
            #expect(learn.contains("Skills it asked for:\n– Patience"))
            #expect(learn.contains("Skills it develops:\n– Leadership of dogs"))
            #expect(learn.contains("Come and help us with it every week"))
            #expect(member.page.link("Walk dogs, The Grove") == "/opportunities/\(id)")
            try await member.open("/saved/\(id)")
            #expect(member.page.text.contains("Open your reflection"))
        }
    }

    @Test func `nothing of somebody who leaves is left`() async throws {
        try await withSite { test in
            try await Provider(test: test).offer([.init(id: "a", title: "Walk dogs", needs: ["Patience"])])
            for person in [test.cast.member, test.cast.stranger] {
                let browser = try await test.browser(of: person)
                try await browser.open("/opportunities?q=dogs")
                try await browser.press("Save : Walk dogs")
                try await browser.press("Save this search")
            }
            try await Provider(test: test).offer([
                .init(id: "a", title: "Walk dogs", needs: ["Patience"]), .init(id: "b", title: "More dogs"),
            ])
            try await test.site.catalogue.evaluateSavedSearches()
            for _ in 0..<2 { try await test.site.catalogue.erase(everythingOf: test.cast.member.id) }
            let tables = ["shortlisted", "shortlisted_line", "saved_search", "alert"]
            let counts = try await test.site.catalogue.database.read { db in
                try tables.map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? -1 }
            }
            // The line of the place and that of the skill.
            #expect(counts.first == 1 && counts.last == 1, "\(counts)")
            #expect(try await test.site.catalogue.shortlist(of: test.cast.member.id).isEmpty)
            #expect(try await test.site.catalogue.shortlist(of: test.cast.stranger.id).count == 1)
        }
    }
}
