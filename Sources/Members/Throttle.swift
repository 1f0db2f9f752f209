import Foundation
package import Storage
import Synchronization

/// Counts attempts by name in memory and says when there were too many.
///
/// Nothing is stored: a restart forgives, and no file tells who tried.
package final class Throttle: Sendable {
    private struct Window {
        var began: Date
        var count: Int
    }
    private let limit: Int
    private let seconds: Double
    private let world: World
    private let windows = Mutex<[String: Window]>([:])
    /// Beyond this many names the oldest windows are dropped: memory stays bounded under a flood.
    private static let mostNames = 20_000

    /// - Parameter limit: attempts allowed in each window of `seconds`.
    package init(limit: Int, seconds: Double, world: World) {
        self.limit = limit
        self.seconds = seconds
        self.world = world
    }

    /// Counts one attempt.
    /// - Returns: false once the limit is passed.
    package func allows(_ name: String) -> Bool {
        let now = world.now()
        return windows.withLock { windows in
            if windows.count >= Self.mostNames { forgetOldest(&windows, now) }
            var window = windows[name] ?? Window(began: now, count: 0)
            if now.timeIntervalSince(window.began) >= seconds { window = Window(began: now, count: 0) }
            window.count += 1
            windows[name] = window
            return window.count <= limit
        }
    }

    /// Forgets a name's attempts, once its owner has shown who they are.
    package func forgive(_ name: String) {
        windows.withLock { _ = $0.removeValue(forKey: name) }
    }

    private func forgetOldest(_ windows: inout [String: Window], _ now: Date) {
        windows = windows.filter { now.timeIntervalSince($0.value.began) < seconds }
        if windows.count >= Self.mostNames {
            let kept = windows.sorted { $0.value.began > $1.value.began }.prefix(Self.mostNames / 2)
            windows = Dictionary(uniqueKeysWithValues: Array(kept))
        }
    }
}
