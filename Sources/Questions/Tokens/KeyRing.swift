import Foundation
import GRDB
import Storage
import Synchronization

/// The keys of the epochs whose tokens can be spent. They are rows; this holds those in use ready.
final class KeyRing: Sendable {
    private let database: DatabasePool
    private let world: World
    private let ready = Mutex<[Epoch: TokenKey]>([:])
    /// One at a time: a key takes a second to make, and two makers would race for the same row.
    private let workshop = DispatchQueue(label: "token keys")

    init(_ database: DatabasePool, world: World) {
        self.database = database
        self.world = world
    }

    var current: TokenKey {
        get async throws {
            let epoch = Epoch(containing: world.today)
            if let key = ready.withLock({ $0[epoch] }) { return key }
            return try await aside { try self.storedOrNew(epoch) }
        }
    }

    var readyFingerprint: String? {
        let epoch = Epoch(containing: world.today)
        return ready.withLock { $0[epoch]?.published.fingerprint }
    }

    /// nil for an epoch whose tokens are not, or no longer, spendable.
    func key(of epoch: Epoch) async throws -> TokenKey? {
        guard epoch.isSpendable(in: Epoch(containing: world.today)) else { return nil }
        if let key = ready.withLock({ $0[epoch] }) { return key }
        return try await aside { try self.stored(epoch) }
    }

    /// Signs, away from the threads that answer requests.
    func sign(_ blinded: [Data]) async throws -> [Data] {
        let key = try await current
        return try await aside { try blinded.map(key.sign) }
    }

    func draw() async throws -> Token {
        let key = try await current
        return try await aside { [world] in try key.draw(from: world) }
    }

    /// Forgets keys whose tokens nobody can spend any more.
    func forget() async throws {
        let oldest = Epoch(containing: world.today).previous
        ready.withLock { ready in ready = ready.filter { $0.key >= oldest } }
        try await database.write { db in
            try db.execute(sql: "DELETE FROM token_key WHERE epoch < ?", arguments: [oldest.number])
        }
    }

    private func storedOrNew(_ epoch: Epoch) throws -> TokenKey {
        if let key = try stored(epoch) { return key }
        let key = try TokenKey(generatedFor: epoch)
        try database.write { db in
            let isThere = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM token_key WHERE epoch = ?)", arguments: [epoch.number])
            guard isThere == false else { return }
            try db.execute(
                sql: "INSERT INTO token_key (epoch, key) VALUES (?, ?)", arguments: [epoch.number, key.stored])
        }
        // Another process may have been first: what stands in the file is the key.
        return try stored(epoch) ?? key
    }

    private func stored(_ epoch: Epoch) throws -> TokenKey? {
        let bytes = try database.read { db in
            try Data.fetchOne(db, sql: "SELECT key FROM token_key WHERE epoch = ?", arguments: [epoch.number])
        }
        guard let bytes else { return nil }
        let key = try TokenKey(epoch: epoch, stored: bytes)
        ready.withLock { $0[epoch] = key }
        return key
    }

    private func aside<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            workshop.async { continuation.resume(with: Swift.Result { try work() }) }
        }
    }
}
