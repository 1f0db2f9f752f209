import GRDB
package import Storage

/// What an import did.
package struct Imported: Hashable, Sendable {
    package var added = 0
    package var alreadyHere = 0
    /// A sentence for each item that was left out.
    package var refused: [String] = []
}

extension Journal {
    /// Everything of somebody's, as it stands at one moment.
    package func space(of owner: PersonID) async throws -> SpaceFile {
        try await database.read { db in try StoredSpace(of: owner, in: db).file }
    }

    /// Adds what a file holds and this space does not. What cannot be kept is said and left out; the rest is kept, all of
    /// it in one transaction. The same file again adds nothing.
    package func add(_ file: SpaceFile, to owner: PersonID) async throws -> Imported {
        try await database.write { [world] db in
            let stored = try StoredSpace(of: owner, in: db)
            var done = Imported()
            if file.unreadable > 0 {
                done.refused.append(
                    file.unreadable == 1
                        ? "One item could not be read." : "\(file.unreadable) items could not be read.")
            }
            let importing = Importing(owner: owner, world: world, db: db)
            let ids = try importing.reflections(file.reflections, stored, &done)
            try importing.responsibilities(file.responsibilities, stored, &done)
            try importing.goals(file.goals, stored, ids, &done)
            try importing.activities(file.activities, stored, ids, &done)
            return done
        }
    }
}
