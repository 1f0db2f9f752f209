import HTTPTypes
import Hummingbird

/// Refuses changes that another site's page sends in a visitor's name.
///
/// Browsers say where a request comes from in `Sec-Fetch-Site`, older ones in `Origin`. With neither, or with the
/// `null` that `no-referrer` makes forms send, nothing is lost by accepting: the session cookie is `SameSite=Lax` and
/// does not travel with another site's POST.
struct CrossSiteCheck<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get || request.method == .head || isOurs(request) else {
            throw HTTPError(.forbidden, message: "This form was sent from another site.")
        }
        return try await next(request, context)
    }

    private func isOurs(_ request: Request) -> Bool {
        if let site = request.headers[.secFetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = request.headers[.origin], origin != "null" else { return true }
        return origin.split(separator: "/").last.map(String.init) == request.head.authority
    }
}
