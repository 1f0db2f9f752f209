import CCurl
import Foundation
import Synchronization

/// The only way out of this machine.
///
/// Each transfer runs on a thread of its own, because libcurl blocks; finished handles are kept for a while with
/// their open connections, so that the next page of a feed needs no new one.
package final class WayOut: Sendable {
    let allowed: Guard
    private let idle = Mutex<[Handle]>([])
    /// More transfers at once than this open a connection each and close it again.
    private static let mostIdle = 8

    package init(_ allowed: Guard = .publicOnly) {
        self.allowed = allowed
        _ = Self.isReady
    }

    deinit {
        idle.withLock { handles in handles.forEach { curl_easy_cleanup($0.curl) } }
    }

    /// Has to run once before any thread uses libcurl.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// A libcurl handle. It is given from thread to thread, and used by one at a time: whoever took it out of `idle`.
    private struct Handle: @unchecked Sendable {
        let curl: UnsafeMutableRawPointer
    }

    /// Runs a transfer on a thread of its own. Cancelling the task ends the transfer within a second.
    func run<Result: Sendable>(
        _ work: @escaping @Sendable (_ curl: UnsafeMutableRawPointer, _ stop: Stop) throws -> Result
    ) async throws -> Result {
        let stop = Stop()
        return try await withTaskCancellationHandler {
            try Task.checkCancellation()
            return try await withCheckedThrowingContinuation { continuation in
                Thread.detachNewThread { [self] in
                    continuation.resume(with: Swift.Result { try lend { curl in try work(curl, stop) } })
                }
            }
        } onCancel: {
            stop.pull()
        }
    }

    private func lend<Result>(_ work: (UnsafeMutableRawPointer) throws -> Result) throws -> Result {
        guard let handle = idle.withLock({ $0.popLast() }) ?? curl_easy_init().map(Handle.init) else {
            throw OutOfMemory()
        }
        defer {
            // Forgets all options and keeps the connections.
            curl_easy_reset(handle.curl)
            let isKept = idle.withLock { idle in
                guard idle.count < Self.mostIdle else { return false }
                idle.append(handle)
                return true
            }
            if !isKept { curl_easy_cleanup(handle.curl) }
        }
        return try work(handle.curl)
    }

    private struct OutOfMemory: Error {}
}

/// Tells a running transfer that nobody waits for it any more.
final class Stop: Sendable {
    private let pulled = Atomic(false)

    func pull() { pulled.store(true, ordering: .relaxed) }
    var isPulled: Bool { pulled.load(ordering: .relaxed) }
}
