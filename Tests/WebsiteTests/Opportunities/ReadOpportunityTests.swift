import Foundation
import LearningSpace
import Opportunities
import Storage
import Testing
import Website

struct ReadOpportunityTests {
    @Test func `an opportunity says what is known, from whom, and what is not stated`() async throws {
        try await withSite(opportunities: true) { test in
            let browser = test.browser()
            var silent = 0
            for id in try await Self.some(test) {
                try await browser.open("/opportunities/\(id)")
                #expect(browser.status == 200)
                let text = browser.page.text
                // All that it leaves open stands in one line.
                let unsaid = browser.page.html.firstMatch(of: /<dt>Not stated<\/dt><dd>([^<]*)<\/dd>/)?.1 ?? ""
                for fact in [
                    "Where", "When", "How much time", "Expenses", "Criminal record check", "References", "Step-free",
                    "Minimum age",
                ] {
                    let isSilent = unsaid.contains(fact.lowercased())
                    #expect(browser.page.html.contains("<dt>\(fact)</dt><dd>") != isSilent, "\(fact)")
                    silent += isSilent ? 1 : 0
                }
                #expect(
                    text.contains(
                        "First seen 15 September 2026, changed 15 September 2026, confirmed 15 September 2026."))
                #expect(text.contains("Contains data © Crown copyright 2025 DCMS (MIT)"))
                #expect(browser.page.link("Sign in to reflect") == nil)
                #expect(browser.page.html.contains("/sign-in?next=/opportunities/\(id)"))
            }
            #expect(silent > 0)
            #expect(try await browser.request("GET", "/opportunities/\(test.cast.member.id)").status == 404)
        }
    }

    @Test func `links out are to web addresses alone, and tell the other site nothing`() async throws {
        try await withSite(opportunities: true) { test in
            let browser = test.browser()
            for id in try await Self.some(test) {
                try await browser.open("/opportunities/\(id)")
                for match in browser.page.html.matches(of: /<a [^>]*href="([^"\/][^"]*)"([^>]*)>/)
                where match.1 != "#main" {
                    #expect(match.1.hasPrefix("https://") || match.1.hasPrefix("http://"), "\(match.1)")
                    #expect(match.2.contains("rel=\"noopener noreferrer\""))
                }
            }
        }
    }

    @Test func `others like it are named with the reason, never itself`() async throws {
        try await withSite(opportunities: true) { test in
            let browser = test.browser()
            for id in try await Self.some(test).prefix(5) {
                try await browser.open("/opportunities/\(id)")
                let parts = browser.page.html.components(separatedBy: "Similar opportunities</h2>")
                let similar = try #require(parts.count == 2 ? parts[1] : nil)
                let ids = similar.matches(of: /<h3><a href="\/opportunities\/([a-z0-9]+)">/).map { String($0.1) }
                #expect((1...5).contains(ids.count) && Set(ids).count == ids.count && !ids.contains(id))
                #expect(similar.matches(of: /shares “/).count == ids.count)
            }
        }
    }

    @Test func `reflecting on it begins one reflection, though the button is pressed twice`() async throws {
        try await withSite(opportunities: true) { test in
            let id = try #require(try await Self.some(test).first)
            let member = try await test.browser(of: test.cast.member)
            try await member.open("/opportunities/\(id)")
            let title = member.page.title.replacing(" – Riffle", with: "")
            let form = try #require(member.page.forms.first { $0.has(button: "Reflect on it") })
            let key = try #require(form.value("key"))
            for _ in 0..<2 { try await member.post(form.action, [("key", key)]) }
            #expect(member.status == 200)
            #expect(member.path.hasSuffix("/edit"))
            #expect(member.page.link(title) == "/opportunities/\(id)")
            let own = try await test.site.journal.reflections(of: test.cast.member.id)
            #expect(own.count == 1)
            #expect(own.first?.summary.title.hasPrefix(title) == true)

            member.fill("learn", "I rang them.")
            try await member.press("Save")
            try await member.post(form.action, [("key", key)])
            #expect(member.status == 200, "an old page pressed again leads to what was begun")
            #expect(member.page.html.contains("I rang them."))
        }
    }

    private static func some(_ test: TestSite) async throws -> [String] {
        let taxonomy = test.site.catalogue.taxonomy
        let search = try Search(["limit": "25", "q": "people"], places: test.site.catalogue.places, taxonomy: taxonomy)
        return try await test.site.catalogue.search(search).results.map(\.id.description)
    }
}
