import Containers
import Foundation
import HTTPTypes
import Hummingbird
import LearningSpace
import Storage

/// The bytes of a file, for whom the door of what it stands at is open.
struct OpenEvidence: Sendable {
    let site: Site

    /// `/space/files/{id}`, for members.
    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/space/files/:id") { _, context -> Response in
            try await show(try await site.journal.file(try context.id(), for: context.person), context)
        }
    }

    /// `/shared/links/{secret}/files/{file}`, for whoever has the link.
    func addLinks(to routes: RouterGroup<FrontContext>) {
        routes.get("/shared/links/:secret/files/:file") { _, context -> Response in
            let secret = context.parameters.get("secret") ?? ""
            return try await show(
                try await site.journal.file(try context.id("file"), bySecret: secret), context)
        }
    }

    /// A picture is shown, everything else is kept by the browser; neither may run, load or be framed, and nothing on the
    /// way keeps a copy, so that a share that was withdrawn is withdrawn.
    private func show(_ file: OpenedFile?, _ context: some RequestContext) async throws -> Response {
        guard let file else { throw HTTPError(.notFound) }
        let evidence = file.evidence
        let body = try await FileIO().loadFile(path: file.location.path, context: context)
        return Response(
            status: .ok,
            headers: [
                .contentType: evidence.kind.mediaType,
                .contentDisposition: Self.disposition(evidence.kind.isPicture ? "inline" : "attachment", evidence.name),
                .contentSecurityPolicy: "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox",
                .cacheControl: "private, no-store",
            ], body: body)
    }

    /// The name in letters that every header can hold, and as it is (RFC 6266).
    private static func disposition(_ kind: String, _ name: String) -> String {
        let plain = String(
            String.UnicodeScalarView(
                name.unicodeScalars.map { scalar in
                    scalar.value > 0x1F && scalar.value < 0x7F && !"\"\\%".unicodeScalars.contains(scalar)
                        ? scalar : "_"
                }))
        return "\(kind); filename=\"\(plain)\"; filename*=UTF-8''\(Address.escaped(name))"
    }
}
