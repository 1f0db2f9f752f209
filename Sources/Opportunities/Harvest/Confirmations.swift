import Synchronization

/// Which feeds this process has found unchanged, and when it will ask them again.
///
/// In memory: a feed is asked a hundred times a day, and nearly always has nothing new. What was confirmed stands in the
/// file once a day, which is as fine as pages say it; a process that starts anew asks once more.
final class Confirmations: Sendable {
    private struct Confirmed {
        /// What stood in the file as its next turn: whoever changes that knows better.
        let written: Double?
        let due: Double
    }
    private let all = Mutex<[String: Confirmed]>([:])

    func note(_ source: String, written: Double?, due: Double) {
        all.withLock { $0[source] = Confirmed(written: written, due: due) }
    }

    /// When a source is due, in seconds since 1970.
    /// - Parameter written: what stands in the file.
    func due(_ source: String, written: Double?) -> Double {
        let confirmed = all.withLock { $0[source] }
        guard let confirmed, confirmed.written == written else { return written ?? 0 }
        return max(confirmed.due, written ?? 0)
    }
}
