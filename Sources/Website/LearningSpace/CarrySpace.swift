import Foundation
import HTTPTypes
import Hummingbird
import LearningSpace
import NIOCore
import Storage

/// `/space/export`: everything of one's own as a file, and such a file taken in again.
struct CarrySpace: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/space/export") { request, context in
            try site.show(CarryPage(), for: request, context)
        }
        routes.get("/space/export/json") { _, context -> Response in
            let file = try await site.journal.space(of: context.person)
            return Self.download(try file.json(), as: "application/json", name: "learning-space.json")
        }
        routes.get("/space/export/markdown") { _, context -> Response in
            let file = try await site.journal.space(of: context.person)
            return Self.download(
                Data(file.markdown.utf8), as: "text/markdown; charset=utf-8", name: "learning-space.md")
        }
        routes.post("/space/import", use: take)
    }

    @Sendable private func take(_ request: Request, _ context: MemberContext) async throws -> Response {
        do {
            // What surrounds the file in a form is small.
            let data = try await request.file("file", upTo: SpaceFile.mostBytes + 4_096)
            guard let data else { throw Invalid("file", "Choose the file that you exported before.") }
            let imported = try await site.journal.add(try SpaceFile(json: data), to: context.person)
            return try site.show(CarryPage(imported), to: context.member)
        } catch let wrong as Invalid {
            return try site.show(CarryPage(wrong: [wrong]), to: context.member, status: .unprocessableContent)
        }
    }

    private static func download(_ data: Data, as type: String, name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .contentDisposition: "attachment; filename=\"\(name)\"", .cacheControl: "no-store",
            ], body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }
}

struct CarryPage: Page {
    struct Done {
        let summary: String
        let refused: [String]
        let hasRefused: Bool
    }
    static let template = "space/export"
    static let place: Section? = .space
    let title = "Take it with you"
    let errors: Errors?
    let error: String?
    /// What an import did; nil before one.
    let done: Done?

    init(_ imported: Imported? = nil, wrong: [Invalid] = []) {
        errors = Errors(wrong)
        error = wrong.sentence(for: "file")
        done = imported.map {
            Done(
                summary: "Added: \($0.added). Already here: \($0.alreadyHere). Left out: \($0.refused.count).",
                refused: $0.refused, hasRefused: !$0.refused.isEmpty)
        }
    }
}
