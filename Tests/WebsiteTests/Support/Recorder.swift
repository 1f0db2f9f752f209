import Foundation
import Logging
import Synchronization

/// Keeps every line of the log, with all that came with it.
final class Recorder: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    /// As `serve` logs: from `info` on.
    var logger: Logger { Logger(label: "recorded") { _ in Handler(recorder: self) } }

    private struct Handler: LogHandler {
        let recorder: Recorder
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 })
            let sorted = all.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \"\($0.value)\"" }
            recorder.kept.withLock { $0.append("\(event.level) \(event.message) [\(sorted.joined(separator: ", "))]") }
        }
    }
}
