package import Foundation
import GRDB
import Storage

extension Desk {
    /// The key of this epoch.
    package func tokenKey() async throws -> PublicTokenKey { try await keys.current.published }

    /// The fingerprint of this epoch's key, once it was made or read: on every page, so that members can compare it.
    package var fingerprint: String? { keys.readyFingerprint }

    /// Signs what a member's browser blinded. Who that is, the desk is not told.
    /// - Throws: `Invalid` where a piece cannot have been blinded for this key.
    package func sign(_ blinded: [Data]) async throws -> [Data] {
        do {
            return try await keys.sign(blinded)
        } catch {
            throw Invalid("blinded", "These were not blinded for the key of this epoch. Fetch the key and draw again.")
        }
    }

    /// Draws a token for a member whose browser runs no scripts, in memory, and forgets it.
    package func drawToken() async throws -> Token { try await keys.draw() }

    package enum Spent: Sendable, Equatable {
        case accepted
        /// The same receipt came before with another text: nothing was changed.
        case receiptUsed
        /// The token was spent on another question.
        case tokenUsed
        case tokenExpired
        /// Signed by none of our keys.
        case tokenForged
    }

    /// Takes a question in for a token. Sending the same one again changes nothing and is accepted, so that a lost
    /// reply does no harm.
    package func ask(_ draft: Question.Draft, receipt: Receipt, spending token: Token) async throws -> Spent {
        guard let key = try await keys.key(of: token.epoch) else { return .tokenExpired }
        guard key.holds(token) else { return .tokenForged }
        return try await database.write { db in
            let isSpent =
                try Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM spent_token WHERE token = ?)", arguments: [token.hash])
                == true
            if isSpent {
                return try Self.hasArrived(draft, receipt, db) == .accepted ? .accepted : .tokenUsed
            }
            guard try Self.take(draft, receipt, db) == .accepted else { return .receiptUsed }
            try db.execute(
                sql: "INSERT INTO spent_token (token, epoch) VALUES (?, ?)",
                arguments: [token.hash, token.epoch.number])
            return .accepted
        }
    }

    /// Forgets keys and spent tokens of epochs that are over.
    package func forgetEpochs() async throws {
        try await keys.forget()
        let oldest = Epoch(containing: world.today).previous
        try await database.write { db in
            try db.execute(sql: "DELETE FROM spent_token WHERE epoch < ?", arguments: [oldest.number])
        }
    }
}
