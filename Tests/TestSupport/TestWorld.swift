package import Foundation
package import Storage
import Synchronization

/// A world that can be replayed: a clock that moves when told, and chance that follows from a seed.
package final class TestWorld: Sendable {
    private struct State {
        var now: Date
        var seed: UInt64
    }
    private let state: Mutex<State>

    /// Begins on 15 September 2026 at noon UTC.
    package init(seed: UInt64 = 1) {
        state = Mutex(State(now: Date(timeIntervalSince1970: 1_789_473_600), seed: seed))
    }

    package var world: World {
        World(now: { self.state.withLock(\.now) }, randomBytes: { count in self.bytes(count) })
    }

    package func advance(days: Int = 0, hours: Int = 0, minutes: Int = 0) {
        state.withLock { $0.now += Double(days * 86_400 + hours * 3_600 + minutes * 60) }
    }

    package func move(to time: Date) { state.withLock { $0.now = time } }

    /// Lets chance begin anew: what is made next is what another run made after the same seed.
    package func reseed(_ seed: UInt64) { state.withLock { $0.seed = seed } }

    /// SplitMix64: small, and the same on every machine.
    private func bytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            (0..<count).map { _ in
                state.seed &+= 0x9E37_79B9_7F4A_7C15
                var mixed = state.seed
                mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
                mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                return UInt8(truncatingIfNeeded: mixed ^ (mixed >> 31))
            }
        }
    }
}
