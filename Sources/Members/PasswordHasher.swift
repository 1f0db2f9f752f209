import Foundation
import Storage
import Synchronization

/// Hashes and checks passwords, two at a time and away from the threads that answer requests.
///
/// One hash takes 32 MiB and a core for 0.3 s: more at once would stall every other visitor.
package final class PasswordHasher: Sendable {
    /// Too many are waiting: better a sentence now than an answer in a minute.
    package struct Busy: Error {}

    private let cost: ScryptCost
    private let world: World
    /// Checked in place of a hash that does not exist, so that an unknown account takes as long as a known one.
    private let decoy: PasswordHash
    private let queue: OperationQueue
    private let waiting = Mutex(0)
    private static let longestQueue = 64

    init(cost: ScryptCost, world: World) throws {
        self.cost = cost
        self.world = world
        decoy = try PasswordHash(of: world.secret(), salt: world.randomBytes(16), cost: cost)
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = 2
    }

    func hash(_ password: Password) async throws -> PasswordHash {
        let salt = world.randomBytes(16)
        return try await aside { [cost] in try PasswordHash(of: password.text, salt: salt, cost: cost) }
    }

    func check(_ typed: String, against hash: PasswordHash?) async throws -> Bool {
        let candidate = hash ?? decoy
        return try await aside { try candidate.matches(Password.normalised(typed)) } && hash != nil
    }

    private func aside<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        let isLetIn = waiting.withLock { waiting in
            guard waiting < Self.longestQueue else { return false }
            waiting += 1
            return true
        }
        guard isLetIn else { throw Busy() }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Swift.Result { try work() }) }
        }
    }
}
