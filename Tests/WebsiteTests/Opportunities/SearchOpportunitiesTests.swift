import Foundation
import Opportunities
import Storage
import Testing
import Website

struct SearchOpportunitiesTests {
    @Test func `the four questions are answered, and each result says why it stands where it does`() async throws {
        try await withSite(opportunities: true) { test in
            let browser = test.browser()
            try await browser.open("/opportunities")
            for label in [
                "What do you want to do?", "Which areas interest you?",
                "Do you want to stretch your skills or learn new ones?", "How much time do you have?",
            ] { #expect(browser.page.text.contains(label)) }
            #expect(browser.page.text.contains("340 opportunities"))

            browser.fill("q", "older people")
            browser.fill("near", "Birmingham")
            browser.fill("within", "200")
            try await browser.press("Find opportunities")
            let form = try #require(browser.page.forms.first { $0.has(button: "Find opportunities") })
            #expect(form.value("q") == "older people")
            #expect(form.value("near") == "Birmingham")
            #expect(form.value("within") == "200")
            #expect(browser.page.text.contains("Distances are from Birmingham"))
            #expect(browser.page.html.contains("<mark>"))
            let results = browser.page.html.components(separatedBy: "<li class=\"result\"").dropFirst()
            #expect(results.count == 20)
            for result in results {
                #expect(result.contains("Why this rank"))
                #expect(result.contains("<meter"))
                #expect(Document(result).text.contains(/[0-9.]+ miles|under a mile/))
            }
        }
    }

    @Test func `words in quotes that stand together nowhere are looked for apart, and the page says so`() async throws {
        try await withSite(opportunities: true) { test in
            let browser = test.browser()
            try await browser.open("/opportunities?q=%22museum%20telephone%22")
            #expect(browser.page.text.contains("Nothing has the words in quotes side by side"))
            #expect(!browser.page.html.contains(">0 opportunities"))
            try await browser.open("/opportunities?q=museum%20telephone")
            #expect(!browser.page.text.contains("side by side"))
        }
    }

    @Test func `a cause, and work from home, narrow it to what is so`() async throws {
        try await withSite(opportunities: true) { test in
            let browser = test.browser()
            let cause = try #require(try await test.site.catalogue.causes().first)
            try await browser.open("/opportunities")
            #expect(
                browser.page.html.contains(
                    ">\(cause.label.replacing("&", with: "&amp;")) (\(cause.opportunities))</option>"))
            browser.fill("cause", cause.id)
            try await browser.press("Find opportunities")
            #expect(browser.page.text.contains("\(cause.opportunities) opportunities"))

            try await browser.open("/opportunities?remote=only")
            let results = browser.page.html.components(separatedBy: "<li class=\"result\"").dropFirst()
            #expect(!results.isEmpty)
            #expect(results.allSatisfy { $0.lowercased().contains("from home</span>") })
            #expect(browser.page.html.contains("<details class=\"more\" open>"))
        }
    }

    @Test func `what cannot be searched for is said beside its box, and all that was typed stays`() async throws {
        try await withSite { test in
            let browser = test.browser()
            try await browser.open("/opportunities?q=befriending&near=Nowhere-on-Sea&from=2026-02-30&hours=4")
            #expect(browser.status == 400)
            #expect(browser.page.title == "Error: Find volunteering – Riffle")
            #expect(browser.page.text.contains("Two things need your attention"))
            #expect(browser.page.error(of: "near")?.hasPrefix("We do not know the place “Nowhere-on-Sea”.") == true)
            #expect(browser.page.error(of: "from") == "A date is a year, month and day, like 2026-11-30.")
            let form = try #require(browser.page.forms.first { $0.has(button: "Find opportunities") })
            for (name, value) in [
                ("q", "befriending"), ("near", "Nowhere-on-Sea"), ("from", "2026-02-30"), ("hours", "4"),
            ] { #expect(form.value(name) == value) }
        }
    }

    @Test func `pages follow one another without a gap or a repeat, and keep the search`() async throws {
        try await withSite(opportunities: true) { test in
            let browser = test.browser()
            try await browser.open("/opportunities?remote=also&limit=100")
            var seen: [String] = []
            for page in 1...4 {
                #expect(browser.page.text.contains("Page \(page) of 4"))
                seen += browser.page.html.matches(of: /<(?:h3|li)><a href="\/opportunities\/([a-z0-9]+)">/).map {
                    String($0.1)
                }
                if page < 4 { try await browser.follow("Next") }
            }
            #expect(browser.path == "/opportunities?limit=100&page=4&remote=also")
            #expect(browser.page.link("Next") == nil)
            #expect(seen.count == 340 && Set(seen).count == 340)
        }
    }

    @Test func `when little is found, what would find more is a link with its number`() async throws {
        try await withSite(opportunities: true) { test in
            let browser = test.browser()
            try await browser.open("/opportunities?q=befriending&near=Inverness&within=2")
            let link = try #require(
                browser.page.html.firstMatch(of: /<a class="tag" href="([^"]+)">[^<]*<strong>\+(\d+)/))
            let before = try Self.count(browser)
            try await browser.open(Document.unescaped(link.1))
            #expect(try Self.count(browser) == before + (Int(link.2) ?? 0))
        }
    }

    @Test func `what narrows the results is a link with the number it leaves, and can be given up`() async throws {
        try await withSite(opportunities: true) { test in
            let browser = test.browser()
            try await browser.open("/opportunities?q=older+people&near=Birmingham&within=100&stated=only")
            let before = try Self.count(browser)
            #expect(browser.page.html.contains("Narrow these results"))
            #expect(browser.page.html.contains("<span class=\"tag plain\">Not stated <strong>"))
            let link = try #require(
                browser.page.html.firstMatch(of: /<a class="tag" href="([^"]+)">Ongoing <strong>(\d+)<\/strong>/))
            try await browser.open(Document.unescaped(link.1))
            #expect(try Self.count(browser) == Int(link.2))
            #expect(browser.path.contains("kind=ongoing"))
            try await browser.follow("Ongoing ×")
            #expect(try Self.count(browser) == before)
            #expect(!browser.path.contains("kind="))
        }
    }

    @Test func `a member shifts what counts most from the results, and the reasons say so`() async throws {
        try await withSite(opportunities: true) { test in
            let browser = test.browser()
            try await browser.open("/opportunities?q=older+people&near=Birmingham&within=100")
            try await browser.follow("Nearer")
            #expect(browser.path.contains("lean=nearer") && browser.path.contains("q=older%20people"))
            #expect(browser.page.html.contains("miles away, counted three times"))
            #expect(browser.page.html.contains("<span class=\"points\">+"))
            try await browser.open("/opportunities")
            #expect(browser.page.link("Sooner") != nil && browser.page.link("Nearer") == nil)
        }
    }

    @Test func `repeats of one advert are one card that leads to each`() async throws {
        try await withSite(opportunities: true) { test in
            let browser = test.browser()
            try await browser.open("/opportunities?q=STEM+On+Track+National+Finals")
            #expect(browser.page.html.contains("<summary>One more with this title</summary>"))
            #expect(browser.page.text.contains("stands for 2 adverts with the same title and organisation"))
            #expect(browser.page.html.matches(of: /<li><a href="\/opportunities\/[a-z0-9]+">Badby/).count == 1)
        }
    }

    @Test func `an empty catalogue is said kindly`() async throws {
        try await withSite { test in
            let browser = test.browser()
            try await browser.open("/opportunities?q=anything")
            #expect(browser.status == 200)
            #expect(browser.page.text.contains("0 opportunities"))
            #expect(browser.page.text.contains("Nothing fits all of that"))
        }
    }

    private static func count(_ browser: Browser) throws -> Int {
        let summary = try #require(browser.page.html.firstMatch(of: /<h2 id="found"[^>]*>(\d+) opportunit/))
        return Int(summary.1) ?? -1
    }
}
