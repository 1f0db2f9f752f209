import Foundation
import FoundationXML
import Storage
import Testing
import Website

struct SitemapTests {
    @Test func `search engines are told every published page, with its month and nothing finer`() async throws {
        try await withSite(address: "https://riffle.example.org") { test in
            let id = try await test.publish("Is there a way back after ten years?", "There is, and many have gone it.")
            let waiting = try await test.waitingQuestion()
            let reader = test.browser()
            let index = try await reader.request("GET", "/sitemap.xml")
            #expect(index.headers["content-type"] == "application/xml; charset=utf-8")
            #expect(XMLParser(data: index.data).parse())
            #expect(index.text.contains("<loc>https://riffle.example.org/sitemaps/2026-09.xml</loc>"))
            let questions = try await reader.request("GET", "/sitemaps/2026-09.xml")
            #expect(XMLParser(data: questions.data).parse())
            #expect(
                questions.text.contains(
                    "<loc>https://riffle.example.org/questions/\(id)</loc><lastmod>2026-09</lastmod>"))
            #expect(!questions.text.contains(waiting.description))
            let pages = try await reader.request("GET", "/sitemaps/pages.xml")
            #expect(XMLParser(data: pages.data).parse())
            #expect(pages.text.contains("<loc>https://riffle.example.org/questions?topic=careers</loc>"))
            for name in ["2026-08.xml", "2026-13.xml", "2026-09", "x"] {
                #expect(try await reader.request("GET", "/sitemaps/\(name)").status == 404, "\(name)")
            }
        }
    }

    @Test func `robots are kept from everything that is not for all, and from the way out`() async throws {
        try await withSite(address: "https://riffle.example.org") { test in
            let robots = try await test.browser().request("GET", "/robots.txt")
            #expect(robots.headers["content-type"] == "text/plain; charset=utf-8")
            for path in ["/away", "/desk", "/receipt", "/space", "/admin"] {
                #expect(robots.text.contains("\nDisallow: \(path)\n"), "\(path)")
            }
            #expect(!robots.text.contains("Disallow: /questions"))
            #expect(robots.text.contains("\nSitemap: https://riffle.example.org/sitemap.xml\n"))
        }
    }
}
