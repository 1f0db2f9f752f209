import Logging

/// What the site's own request log says of each answer: its route, and how long the server took for it.
struct ServerTimes: Sendable {
    private let log = RecordedLog<(route: String, milliseconds: Double)> { event, all in
        guard case .string(let text)? = all["ms"], let time = Double(text) else { return nil }
        let words = event.message.description.split(separator: " ")
        // The acts are one kind.
        return (words.first == "POST" ? "POST" : words.prefix(2).joined(separator: " "), time)
    }

    /// Milliseconds by route, as `GET /desk/{id}`; all forms together as `POST`.
    var byRoute: [String: [Double]] {
        Dictionary(grouping: log.lines, by: \.route).mapValues { $0.map(\.milliseconds) }
    }

    func forget() { log.forget() }

    var logger: Logger { log.logger }
}
