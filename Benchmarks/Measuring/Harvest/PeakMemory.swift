import Foundation

/// The most this process has held in memory since it was last asked to forget, as Linux counts it.
enum PeakMemory {
    /// - Returns: whether the kernel forgets.
    @discardableResult
    static func forget() -> Bool {
        let handle = open("/proc/self/clear_refs", O_WRONLY)
        guard handle >= 0 else { return false }
        defer { close(handle) }
        return write(handle, "5", 1) == 1
    }

    /// Bytes; nil where there is no `/proc`.
    static func bytes() -> Int? {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        return status?.firstMatch(of: /VmHWM:\s+(\d+) kB/).flatMap { Int($0.1) }.map { $0 * 1_024 }
    }
}
