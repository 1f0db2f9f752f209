import Members
import Opportunities
import Storage
import Testing
import Website

struct AboutTests {
    @Test func `what a careful person looks for is linked from every page and opens`() async throws {
        try await withSite { test in
            let browser = test.browser()
            for (link, heading) in [
                ("About anonymity", "About anonymity"), ("Data & sources", "Data and sources"), ("Terms", "Terms"),
                ("I have a receipt", "Open your receipt"),
            ] {
                try await browser.open("/questions")
                try await browser.follow(link)
                #expect(browser.status == 200)
                #expect(browser.page.title == "\(heading) – Riffle")
            }
        }
    }

    @Test func `the terms say how to reach the team, the data page where the data is from`() async throws {
        try await withSite { test in
            try await test.site.directory.save(
                try CommunitySettings(
                    name: "Riffle", contact: "desk@example.org & friends", whoMayAsk: .anyone, expertsMayModerate: true)
            )
            try await test.site.catalogue.add(Source.seeds[0])
            let browser = test.browser()
            try await browser.open("/about/terms")
            #expect(browser.page.text.contains("desk@example.org & friends"))
            try await browser.open("/about/data")
            #expect(browser.page.text.contains("Do-it.org (MIT)"))
        }
    }
}
