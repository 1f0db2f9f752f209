import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Questions
import Storage

/// `/sitemap.xml` and `/robots.txt`: what search engines may read. Of a question nothing finer than its month is told.
struct Sitemap: Sendable {
    let site: Site
    private static let pages = ["/", "/questions", "/experts", "/opportunities", "/about/anonymity", "/about/terms"]

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/robots.txt") { _, _ in
            try send(RobotsPage(address: address), "text/plain; charset=utf-8")
        }
        routes.get("/sitemap.xml") { _, _ in
            let names = ["pages"] + (try await site.desk.sitemapMonths()).map(\.description)
            return try send(SitemapIndexPage(address: address, files: names), "application/xml; charset=utf-8")
        }
        routes.get("/sitemaps/:name") { _, context in
            guard let entries = try await entries(context.parameters.get("name") ?? "") else {
                throw HTTPError(.notFound)
            }
            return try send(SitemapPage(address: address, entries: entries), "application/xml; charset=utf-8")
        }
    }

    private var address: String { site.address.absoluteString }

    /// nil where there is no such file.
    private func entries(_ name: String) async throws -> [SitemapPage.Entry]? {
        if name == "pages.xml" {
            let topics = try await site.desk.topics().map { "/questions?topic=\($0.slug)" }
            return (Self.pages + topics).map { SitemapPage.Entry(path: $0, month: nil) }
        }
        let months = try await site.desk.sitemapMonths()
        guard let month = months.first(where: { "\($0).xml" == name }) else { return nil }
        return try await site.desk.sitemap(of: month).map {
            SitemapPage.Entry(path: "/questions/\($0)", month: month.description)
        }
    }

    private func send<Content: Page>(_ page: Content, _ type: String) throws -> Response {
        let text = try site.templates.render(
            Frame(content: page, member: nil, notice: nil, fingerprint: nil), Content.template)
        return Response(
            status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

struct RobotsPage: Page {
    static let template = "questions/robots"
    let title = "robots.txt"
    let address: String
}

struct SitemapIndexPage: Page {
    static let template = "questions/sitemap-index"
    let title = "Sitemap"
    let address: String
    let files: [String]
}

struct SitemapPage: Page {
    struct Entry {
        let path: String
        /// `2026-11`
        let month: String?
    }
    static let template = "questions/sitemap"
    let title = "Sitemap"
    let address: String
    let entries: [Entry]
}
