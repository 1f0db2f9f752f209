import Hummingbird
import Logging
import Members

/// The context of the routes on which somebody asks: no session, no address, and a logger that keeps silent.
///
/// Who asks cannot reach these handlers, because it is not in the type they are given.
struct AskContext: ChildRequestContext, SiteContext {
    var coreContext: CoreRequestContextStorage

    init(context: FrontContext) {
        coreContext = context.coreContext
        logger = Logger(label: "ask") { _ in SilentLog() }
    }

    var member: Member? { nil }
}

/// Writes nothing. Hummingbird reads a request's id from its log; this one is the same for every ask.
private struct SilentLog: LogHandler {
    var metadata: Logger.Metadata = ["hb.request.id": "ask"]
    var logLevel = Logger.Level.critical

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {}
}
