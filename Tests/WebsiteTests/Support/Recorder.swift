import Logging
import Measuring

/// Keeps every line of the log, with all that came with it.
typealias Recorder = RecordedLog<String>

extension RecordedLog where Line == String {
    convenience init() {
        self.init { event, all in
            let sorted = all.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \"\($0.value)\"" }
            return "\(event.level) \(event.message) [\(sorted.joined(separator: ", "))]"
        }
    }
}
