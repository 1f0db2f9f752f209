import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Opportunities
import Storage

/// `GET /api/opportunities/feed`: everything that Riffle holds, for whoever keeps a copy of it.
///
/// A page of OpenActive's Realtime Paged Data Exchange, ordered by change numbers: `modified` is the number of an item's
/// last change, and `next` asks for what changed after the last item of the page. The page without items whose `next` is
/// itself is the last; it is asked again for what comes. Withdrawn opportunities are `deleted`. Each item's `data` is a
/// `VolunteeringActivity`. `Public/api/openapi.json` describes it to programs.
///
/// <https://openactive.io/realtime-paged-data-exchange/>
struct PassOn: Sendable {
    let site: Site

    private static let usualSize = 100
    private static let largestSize = 500
    /// Changes with the shape of the data, so that a page kept by a follower is asked for anew.
    private static let shape = 1

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/api/opportunities/feed", use: page)
    }

    @Sendable private func page(_ request: Request, _ context: FrontContext) async throws -> Response {
        guard let query = try? request.query else {
            return try refusal("afterChangeNumber", "The query could not be read: check its percent signs.")
        }
        guard let after = number(query["afterChangeNumber"], in: 0...Int.max, or: 0) else {
            return try refusal("afterChangeNumber", "A change number is 0 or more: the one that “next” names.")
        }
        guard let size = number(query["limit"], in: 1...Self.largestSize, or: Self.usualSize) else {
            return try refusal("limit", "Ask for 1 to \(Self.largestSize) items at once.")
        }
        let items = try await site.catalogue.feed(after: after, most: size)
        // An item that changes leaves its place: the last one and the number of them tell a page from what it was.
        let tag = "\"\(Self.shape)-\(after)-\(items.last?.change ?? after)-\(items.count)\""
        let isFull = items.count == size
        let headers: HTTPFields = [.eTag: tag, .cacheControl: "public, max-age=\(isFull ? 3_600 : 8)"]
        if request.headers[.ifNoneMatch]?.contains(tag) == true {
            return Response(status: .notModified, headers: headers)
        }
        // As it was asked where there is nothing, so that a follower sees its own address and stops.
        let next = items.last.map { String($0.change) } ?? query["afterChangeNumber"]
        let path = Address.with(
            [("afterChangeNumber", next), ("limit", query["limit"])], at: "/api/opportunities/feed")
        var response = try Response.json(
            ChangesPage(
                next: site.absolute(path), items: items.map { ChangesPage.Item($0, site) },
                license: site.absolute("/about/data")),
            .ok)
        for field in headers { response.headers[field.name] = field.value }
        return response
    }

    private func number(_ text: String, in range: ClosedRange<Int>, or usual: Int) -> Int? {
        text.isEmpty ? usual : Int(text).flatMap { range.contains($0) ? $0 : nil }
    }

    private func refusal(_ field: String, _ sentence: String) throws -> Response {
        try .json(Refused(error: .init(field: field, message: sentence)), .badRequest)
    }
}

private struct ChangesPage: Encodable {
    let next: String
    let items: [Item]
    /// Where the licence of each source is named; each item names its own.
    let license: String

    struct Item: Encodable {
        let state: String
        let kind = "Activity"
        let id: String
        let modified: Int
        let data: VolunteeringActivity?

        init(_ item: PassedOn, _ site: Site) {
            state = item.live == nil ? "deleted" : "updated"
            id = item.id.description
            modified = item.change
            data = item.live.map { VolunteeringActivity($0, page: site.absolute("/opportunities/\(item.id)")) }
        }

        private enum CodingKeys: CodingKey { case state, kind, id, modified, data }
    }
}

extension Site {
    /// The whole address of a path with its query, as other servers need it.
    func absolute(_ path: String) -> String {
        let base = address.absoluteString
        return (base.hasSuffix("/") ? String(base.dropLast()) : base) + path
    }
}
