import Foundation
import GRDB
import Measuring
import Opportunities
import Outbound
import Storage
import TestSupport
import Testing
import Website

struct SavedSearchTests {
    @Test func `a saved search tells what is new, has a date added or is open again, once, and why`() async throws {
        try await withSite { test in
            let provider = Provider(test: test)
            let walk = Provider.Offer(id: "w", title: "Walk dogs", dates: ["2026-10-05T09:00:00/2026-10-05T12:00:00"])
            let wash = Provider.Offer(id: "x", title: "Wash dogs", dates: ["2026-10-06T09:00:00/2026-10-06T12:00:00"])
            let cats = Provider.Offer(id: "c", title: "Feed cats")
            let brush = Provider.Offer(id: "b", title: "Brush dogs")
            try await provider.offer([walk, wash, cats, brush])
            let member = try await test.browser(of: test.cast.member)
            try await member.open("/opportunities?q=dogs&near=Birmingham")
            try await member.press("Save this search")
            #expect(member.page.text.contains("“dogs”; within 15 miles of Birmingham"))
            #expect(member.page.text.contains("Nothing new"))
            #expect(try await alerts(test).isEmpty)

            test.world.advance(days: 1)
            var walkLater = walk
            walkLater.dates.append("2026-11-02T09:00:00/2026-11-02T12:00:00")
            let mind = Provider.Offer(id: "m", title: "Mind dogs")
            let far = Provider.Offer(id: "f", title: "Race dogs", at: (55.95, -3.19))
            let more = Provider.Offer(id: "d", title: "Feed more cats")
            // Wash dogs is missing, and Brush dogs is over.
            try await provider.offer([
                walkLater, cats, mind, far, more, .init(id: "b", title: "Brush dogs", isOver: true),
            ])
            let first = try await alerts(test)
            #expect(first.map(\.title) == ["Mind dogs", "Walk dogs"])
            #expect(first.map(\.reason) == [.new, .dateAdded(try #require(Day("2026-11-02")))])
            #expect(first[0].why.contains("“dogs”") && first[0].why.contains("mile"), "\(first[0].why)")
            #expect(try await alerts(test) == first, "evaluated again, nothing is told twice")

            try await member.open("/saved")
            #expect(member.page.link("2 things are new in your searches") == "#searches")
            #expect(member.page.text.contains("Date added: 2 November 2026 Walk dogs"))
            try await member.press("I have read these")
            #expect(member.page.text.contains("Nothing new"))

            test.world.advance(days: 1)
            try await provider.offer([walkLater, wash, cats, mind, far, more, brush])
            let second = try await alerts(test)
            #expect(second.map(\.title) == ["Brush dogs", "Wash dogs"])
            #expect(second.allSatisfy { $0.reason == .reopened })
        }
    }

    @Test func `an edit that adds no date is no news`() async throws {
        try await withSite { test in
            let provider = Provider(test: test)
            var walk = Provider.Offer(id: "w", title: "Walk dogs", dates: ["2026-10-05T09:00:00/2026-10-05T12:00:00"])
            try await provider.offer([walk])
            try await save(["q": "dogs"], test)
            walk.text = "Walk dogs in another park, and bring a coat."
            try await provider.offer([walk])
            #expect(try await alerts(test).isEmpty)
            walk.dates = ["2026-08-01T09:00:00/2026-08-01T12:00:00"] + walk.dates
            try await provider.offer([walk])
            #expect(try await alerts(test).isEmpty, "a date that is over is none")
            walk.dates = ["2026-10-07T09:00:00/2026-10-07T12:00:00"]
            try await provider.offer([walk])
            walk.text = "And once more another text, before anybody was told of the date."
            try await provider.offer([walk])
            #expect(try await alerts(test).map(\.reason) == [.dateAdded(try #require(Day("2026-10-07")))])
        }
    }

    @Test func `only what holds every word is told, though a search shows more`() async throws {
        try await withSite { test in
            let provider = Provider(test: test)
            try await provider.offer([.init(id: "a", title: "Read to children")])
            try await save(["q": "walking old dogs"], test)
            try await provider.offer([
                .init(id: "a", title: "Read to children"), .init(id: "b", title: "Walking in the park"),
                .init(id: "c", title: "Walking very old dogs"),
            ])
            #expect(try await alerts(test).map(\.title) == ["Walking very old dogs"])
        }
    }

    @Test func `a flood is cut, and says how much more there is`() async throws {
        try await withSite { test in
            let provider = Provider(test: test)
            try await provider.offer([.init(id: "a", title: "Walk dogs")])
            try await save(["q": "dogs"], test)
            try await provider.offer(
                (0..<(Alert.mostKept + 7)).map { .init(id: "n\($0)", title: "Walk dogs, round \($0)") })
            try await test.site.catalogue.evaluateSavedSearches()
            let member = try await test.browser(of: test.cast.member)
            try await member.open("/saved")
            #expect(member.page.html.matches(of: /<strong>New<\/strong>/).count == Alert.mostKept)
            #expect(member.page.text.contains("and 7 more: see the search"))
        }
    }

    @Test func `the same search is saved once, one that asks nothing is refused`() async throws {
        try await withSite { test in
            let member = try await test.browser(of: test.cast.member)
            for _ in 0..<2 { try await member.post("/saved/searches", [("q", "dogs"), ("page", "2")]) }
            #expect(try await test.site.catalogue.savedSearches(of: test.cast.member.id).count == 1)
            try await member.post("/saved/searches", [("q", "")])
            #expect(member.status == 400)
            #expect(member.page.text.contains("Ask for something first"))
            try await member.post("/saved/searches", [("near", "Nowhere-on-Sea")])
            #expect(member.status == 422)
            #expect(member.page.error(of: "near")?.contains("We do not know the place") == true)
            let stranger = try await test.browser(of: test.cast.stranger)
            let id = try #require(try await test.site.catalogue.savedSearches(of: test.cast.member.id).first?.id)
            try await stranger.post("/saved/searches/\(id)/delete", [])
            #expect(try await test.site.catalogue.savedSearches(of: test.cast.member.id).count == 1)
            try await member.open("/saved")
            try await member.press("Remove this search")
            #expect(member.page.text.contains("No search is saved"))
        }
    }

    @Test func `who wishes it hears once a day that there is something, and nothing of what it is`() async throws {
        let post = Postbox()
        try await withSite(mailer: post.mailer) { test in
            let provider = Provider(test: test)
            try await provider.offer([.init(id: "a", title: "Walk dogs")])
            try await save(["q": "dogs"], test)
            try await save(["q": "dogs"], test, by: test.cast.stranger)
            let member = try await test.browser(of: test.cast.member)
            try await member.open("/account")
            member.fill("saved-searches", "yes")
            try await member.press("Save what you chose")
            try await provider.offer([.init(id: "a", title: "Walk dogs"), .init(id: "b", title: "Mind dogs")])
            try await test.site.catalogue.evaluateSavedSearches()
            for _ in 0..<2 {
                try await test.site.queueMailings()
                try await test.site.deliverMail()
            }
            let letter = try post.letter()
            #expect(letter.to.description == test.cast.member.email)
            #expect(letter.subject == "Something new stands in your saved searches at Riffle")
            #expect(letter.path == "/saved")
            #expect(!letter.text.contains(/dog|Mind/.ignoresCase()))
            #expect(letter.settings?.path == "/account")
            test.world.advance(days: 1)
            try await test.site.queueMailings()
            try await test.site.deliverMail()
            #expect(post.letters().isEmpty, "the next day brings no mail of the same")
        }
    }

    @Test func `neither a log nor a file beside the catalogue knows what somebody looks for`() async throws {
        let recorder = Recorder()
        try await withSite(logger: recorder.logger) { test in
            try await Provider(test: test).offer([.init(id: "a", title: "Walk dogs")])
            let member = try await test.browser(of: test.cast.member)
            try await member.open("/opportunities?q=dogs")
            try await member.press("Save : Walk dogs")
            try await member.press("Save this search")
            let id = try #require(try await Provider(test: test).id("Walk dogs"))
            try await member.open("/saved/\(id)")
            let lines = recorder.lines.joined(separator: "\n")
            #expect(lines.contains("GET /saved/{id} 200"))
            #expect(!lines.contains("dogs") && !lines.contains(id))
        }
    }

    private func save(_ parameters: [String: String], _ test: TestSite, by person: Person? = nil) async throws {
        let catalogue = test.site.catalogue
        try await catalogue.save(
            try Search(parameters, places: catalogue.places, taxonomy: catalogue.taxonomy),
            of: (person ?? test.cast.member).id)
    }

    /// Of the member's one search, by title.
    private func alerts(_ test: TestSite) async throws -> [Alert] {
        try await test.site.catalogue.evaluateSavedSearches()
        let searches = try await test.site.catalogue.savedSearches(of: test.cast.member.id)
        return try #require(searches.first).alerts.sorted { $0.title < $1.title }
    }
}
