import Hummingbird
import Logging

/// One line a request: method, route, status, time taken. Never a query, a member or an address.
struct RequestLog: RouterMiddleware {
    func handle(
        _ request: Request, context: FrontContext, next: (Request, FrontContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await next(request, context)
        context.logger.info(
            "\(request.method) \(context.endpointPath ?? "no route") \(response.status.code)",
            metadata: ["ms": "\((clock.now - start) / .milliseconds(1))"])
        return response
    }
}
