import Foundation

/// What of this process stands in memory, as Linux counts it.
package enum ResidentMemory {
    /// Nil where there is no `/proc`.
    package static func bytes() -> Int? {
        let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        return fields.count > 1 ? Int(fields[1]).map { $0 * Int(getpagesize()) } : nil
    }
}
