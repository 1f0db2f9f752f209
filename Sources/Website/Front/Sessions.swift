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
