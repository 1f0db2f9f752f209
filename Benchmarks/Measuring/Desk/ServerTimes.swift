import Logging
import Synchronization

/// What the site's own request log says of each answer: its route, and how long the server took for it.
final class ServerTimes: Sendable {
    private let kept = Mutex<[String: [Double]]>([:])

    /// Milliseconds by route, as `GET /desk/{id}`; all forms together as `POST`.
    var byRoute: [String: [Double]] { kept.withLock { $0 } }

    func forget() { kept.withLock { $0 = [:] } }

    var logger: Logger { Logger(label: "bench") { _ in Handler(times: self) } }

    private struct Handler: LogHandler {
        let times: ServerTimes
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            guard case .string(let text)? = event.metadata?["ms"], let time = Double(text) else { return }
            let words = event.message.description.split(separator: " ")
            // The acts are one kind.
            let route = words.first == "POST" ? "POST" : words.prefix(2).joined(separator: " ")
            times.kept.withLock { $0[route, default: []].append(time) }
        }
    }
}
