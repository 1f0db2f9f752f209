import Foundation
import GRDB
import Storage

extension Catalogue {
    /// Says what becomes of a harvest that lost too much to be believed.
    ///
    /// Accepted, the source is due at once, and whatever it then sends that is no smaller is taken in. Refused, what
    /// was there stays, and the same again is not asked about again.
    /// - Returns: false where nothing is held any more.
    package func decide(_ decision: HarvestState.Held.Decision, on name: String) async throws -> Bool {
        let now = world.now().timeIntervalSince1970
        let today = world.today
        return try await file.write { db in
            var state = try HarvestState(db, name)
            guard state.held != nil else { return false }
            state.held?.decision = decision
            if decision == .accepted {
                // The server has to send it again.
                (state.etag, state.modified) = (nil, nil)
                try db.execute(
                    sql: "UPDATE turn SET until = ? WHERE source = ? AND holder IS NULL", arguments: [now, name])
            }
            try state.save(db, name, on: today)
            return true
        }
    }
}
