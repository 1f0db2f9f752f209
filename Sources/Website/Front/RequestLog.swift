import Hummingbird
import Logging
import Storage

/// One line a request: method, route, status, time taken. Never a query, a member or an address.
struct RequestLog: RouterMiddleware {
    let world: World

    func handle(
        _ request: Request, context: FrontContext, next: (Request, FrontContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        var context = context
        // Hummingbird numbers every request in turn, asks too: between two lines of this log the gap would tell that
        // somebody asked.
        context.logger[metadataKey: "hb.request.id"] = "\(world.id(of: Request.self))"
        let response = try await next(request, context)
        context.logger.info(
            "\(request.method) \(context.endpointPath ?? "no route") \(response.status.code)",
            metadata: ["ms": "\((clock.now - start) / .milliseconds(1))"])
        return response
    }
}
