import GRDB
import Storage

@testable import Members

extension Directory {
    /// A mistake as somebody might make it: that a member asked is noted beside their name.
    func leaveHint(of person: PersonID) async throws {
        try await database.write { db in
            try db.execute(sql: "CREATE TABLE hint (member BLOB)")
            try db.execute(sql: "INSERT INTO hint (member) VALUES (?)", arguments: [person])
        }
    }
}
