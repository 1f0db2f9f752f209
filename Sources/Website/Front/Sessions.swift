import Hummingbird
import Members

/// Finds who is signed in by the session cookie. The ask surface stands before it and never sees one.
struct Sessions: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: FrontContext, next: (Request, FrontContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let secret = site.cookie.secret(in: request) {
            context.visitor = try await site.directory.signedIn(secret: secret)
        }
        return try await next(request, context)
    }
}

/// The session cookie: bound to this host and to HTTPS, save on plain-HTTP loopback, where browsers refuse that.
struct SessionCookie: Sendable {
    let isSecure: Bool

    var name: String { isSecure ? "__Host-riffle" : "riffle" }

    func secret(in request: Request) -> String? { request.cookies[name]?.value }

    func set(_ secret: String, on response: inout Response) {
        response.setCookie(
            Cookie(
                name: name, value: secret, maxAge: 90 * 86_400, path: "/", secure: isSecure, httpOnly: true,
                sameSite: .lax))
    }

    func clear(on response: inout Response) {
        response.setCookie(
            Cookie(name: name, value: "", maxAge: 0, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax))
    }
}
