import GRDB
package import Storage

extension Journal {
    /// Everything of somebody's, as it stands at one moment.
    package func space(of owner: PersonID) async throws -> SpaceFile {
        try await database.read { db in try StoredSpace(of: owner, in: db).file }
    }

    /// Adds what a file holds and this space does not. What cannot be kept is said and left out; the rest is kept, all of
    /// it in one transaction. The same file again adds nothing.
    package func add(_ file: SpaceFile, to owner: PersonID) async throws -> Imported {
        try await add(Arrivals(file: file), to: owner)
    }

    /// - Parameter isTried: whether nothing is kept, and what would be is said.
    func add(_ arrivals: Arrivals, to owner: PersonID, isTried: Bool = false) async throws -> Imported {
        do {
            return try await database.write { [world] db in
                let file = arrivals.file
                let stored = try StoredSpace(of: owner, in: db)
                var done = Imported(refused: arrivals.refused)
                if file.unreadable > 0 {
                    done.refused.append(
                        file.unreadable == 1
                            ? "One item could not be read." : "\(file.unreadable) items could not be read.")
                }
                var importing = Importing(owner: owner, isTried: isTried, world: world, db: db)
                importing.files = try importing.files(arrivals, &done)
                try importing.responsibilities(file.responsibilities, stored, &done)
                let ids = try importing.reflections(file.reflections, stored, &done)
                try importing.goals(file.goals, stored, ids, &done)
                try importing.activities(file.activities, stored, ids, &done)
                try importing.beginnings(file.unsaved, stored.beside.beginnings, &done)
                try importing.groups(file.groups, stored.beside.groups, &done)
                if isTried { throw Tried(done: done) }
                return done
            }
        } catch let tried as Tried {
            return tried.done
        }
    }

    /// Undoes the transaction that would have kept it.
    private struct Tried: Error { let done: Imported }
}

/// What stands here already, to be found by its content: each once, so that twins stay two.
struct Here<Item: Hashable, Subject> {
    private var ids: [Item: [ID<Subject>]]

    init(_ stored: [(Item, ID<Subject>)]) {
        ids = Dictionary(grouping: stored, by: \.0).mapValues { $0.map(\.1).reversed() }
    }

    mutating func take(_ item: Item) -> ID<Subject>? { ids[item]?.popLast() }
}
