import Testing

struct MeantPlaceTests {
    @Test func `a slip in the name of a place is met with the place that was meant, and leads to the search there`()
        async throws
    {
        try await withSite(opportunities: true) { test in
            let browser = test.browser()
            try await browser.open("/opportunities?q=gardening&near=Birmingam&within=25")
            #expect(browser.status == 400)
            #expect(browser.page.text.contains("Did you mean Birmingham ?"))
            try await browser.follow("Birmingham")
            #expect(browser.status == 200)
            #expect(browser.page.text.contains("Distances are from Birmingham"))
            #expect(browser.page.forms.contains { $0.value("q") == "gardening" && $0.value("within") == "25" })
            for (typed, wrong) in [("Atlantis", "near"), ("Ely", "from")] {
                try await browser.open("/opportunities?near=\(typed)&from=2026-02-30")
                #expect(browser.page.error(of: wrong) != nil)
                #expect(!browser.page.text.contains("Did you mean"))
            }
        }
    }

    @Test func `nothing found says what to try, and leads to everything`() async throws {
        try await withSite(opportunities: true) { test in
            let browser = test.browser()
            try await browser.open("/opportunities?q=zebra")
            #expect(browser.page.text.contains("Nothing fits all of that Try other words, or fewer of them."))
            #expect(browser.page.title == "0 opportunities – Find volunteering – Riffle")
            #expect(browser.page.link("See all opportunities") == "/opportunities")
            try await browser.open("/opportunities?q=zebra&near=Birmingham")
            #expect(browser.page.text.contains("Leave one thing out, or look further away."))
        }
    }
}
