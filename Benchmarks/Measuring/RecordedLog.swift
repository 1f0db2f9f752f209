package import Logging
import Synchronization

/// A log that keeps what it is told, as values, for whoever reads it afterwards.
package final class RecordedLog<Line: Sendable>: Sendable {
    private let kept = Mutex<[Line]>([])
    private let line: @Sendable (LogEvent, Logger.Metadata) -> Line?

    /// - Parameter line: what is kept of an event; `all` is what came with it and with its logger. nil for nothing.
    package init(_ line: @escaping @Sendable (_ event: LogEvent, _ all: Logger.Metadata) -> Line?) {
        self.line = line
    }

    package var lines: [Line] { kept.withLock { $0 } }

    package func forget() { kept.withLock { $0 = [] } }

    /// As `serve` logs: from `info` on.
    package var logger: Logger { Logger(label: "recorded") { _ in Handler(log: self) } }

    private struct Handler: LogHandler {
        let log: RecordedLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 })
            guard let line = log.line(event, all) else { return }
            log.kept.withLock { $0.append(line) }
        }
    }
}
