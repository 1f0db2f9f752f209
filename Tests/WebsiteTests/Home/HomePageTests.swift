import Members
import Storage
import Testing
import Website

struct HomePageTests {
    @Test func `the home page names the community and leads through three doors`() async throws {
        try await withSite { test in
            try await test.site.directory.save(
                try CommunitySettings(
                    name: "Tidewater <Guild>", contact: "the desk", whoMayAsk: .anyone, expertsMayModerate: true))
            let browser = test.browser()
            try await browser.open("/")
            #expect(browser.page.title == "Tidewater <Guild>: ask, learn, volunteer")
            for (link, path) in [
                ("Ask an expert", "/ask"), ("Keep a learning space", "/space"), ("Find volunteering", "/opportunities"),
            ] { #expect(browser.page.link(link) == path) }
            #expect(browser.page.text.contains("The first answers will stand here."))
        }
    }

    @Test func `the bar of each person leads to what they may do, and nowhere else`() async throws {
        try await withSite { test in
            for (person, links) in [
                (test.cast.member, []), (test.cast.expert, ["Expert"]), (test.cast.moderator, ["Desk"]),
                (test.cast.both, ["Desk", "Expert"]), (test.cast.administrator, ["Admin"]),
            ] {
                let browser = try await test.browser(of: person)
                try await browser.open("/")
                for link in ["Desk", "Expert", "Admin"] {
                    let leads = browser.page.html.contains("<li><a href=\"/\(link.lowercased())\">\(link)</a></li>")
                    #expect(leads == links.contains(link), "\(person.name): \(link)")
                }
                #expect(browser.page.text.contains(person.name))
            }
        }
    }
}
