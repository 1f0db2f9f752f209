import Containers
package import Foundation
import GRDB
package import Storage

extension Journal {
    /// Has an archive made, in place of an earlier one.
    ///
    /// - Parameter name: of its owner, whom Leap2A names.
    package func pack(for owner: PersonID, named name: String) async throws -> ID<Parcel> {
        try await begin(.out, .waiting, for: owner, named: name)
    }

    /// Begins to take an archive in, in place of an earlier one. Once all of it is there, `look` goes on.
    package func receiveParcel(by owner: PersonID) async throws -> ArrivingFile<Parcel> {
        let id = try await begin(.in, .arriving, for: owner, named: "")
        return try ArrivingFile(id, at: parcels.file(of: id), upTo: Parcel.mostBytes)
    }

    /// Has an archive looked through that has arrived: what of it would be taken in.
    ///
    /// - Throws: `Invalid` where there is nothing in it, or too much.
    package func look(into arrived: ArrivingFile<Parcel>) async throws {
        try await onOwnThread { try arrived.end() }
        try await database.write { db in
            try db.execute(
                sql: "UPDATE parcel SET state = 'waiting' WHERE id = ? AND state = 'arriving'", arguments: [arrived.id])
        }
        try await work(on: arrived.id)
    }

    /// Leaves nothing of an archive that did not arrive.
    package func giveUp(_ arrived: ArrivingFile<Parcel>) async throws {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM parcel WHERE id = ?", arguments: [arrived.id])
        }
        try parcels.remove([arrived.id])
    }

    private func begin(
        _ way: Parcel.Way, _ state: Parcel.State, for owner: PersonID, named name: String
    ) async throws -> ID<Parcel> {
        let (id, now) = (world.id(of: Parcel.self), world.now())
        let former = try await database.write { db in
            let former = try ID<Parcel>.fetchAll(
                db, sql: "DELETE FROM parcel WHERE owner = ? AND way = ? RETURNING id",
                arguments: [owner, way.rawValue])
            try db.execute(
                sql: "INSERT INTO parcel (id, owner, way, state, name, made) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [id, owner, way.rawValue, state.rawValue, name, now])
            return former
        }
        try parcels.remove(former)
        return id
    }

    /// The owner's parcel of this way, if there is one that is not too old.
    package func parcel(_ way: Parcel.Way, of owner: PersonID) async throws -> Parcel? {
        let oldest = world.now() - Parcel.secondsToKeep
        return try await database.read { db in
            try Parcel.stored("owner = ? AND way = ? AND made > ?", [owner, way.rawValue, oldest], in: db).first
        }
    }

    /// Where the bytes of an archive are that was made for this owner; nil, and the same nil, where it is another's, not
    /// ready, or too old.
    package func archive(_ id: ID<Parcel>, of owner: PersonID) async throws -> URL? {
        guard let parcel = try await parcel(.out, of: owner), parcel.id == id, parcel.state == .ready else {
            return nil
        }
        return parcels.file(of: id)
    }

    /// Has what was looked through taken in.
    ///
    /// - Returns: false where the owner has no such parcel.
    package func takeIn(_ id: ID<Parcel>, by owner: PersonID) async throws -> Bool {
        let oldest = world.now() - Parcel.secondsToKeep
        return try await database.write { db in
            try db.execute(
                sql: """
                    UPDATE parcel SET state = 'asked', done = 0
                    WHERE id = ? AND owner = ? AND way = 'in' AND made > ? AND state IN ('ready', 'asked')
                    """, arguments: [id, owner, oldest])
            return db.changesCount > 0
        }
    }

    /// Does what a parcel waits for, once, whoever else asks for the same.
    package func work(on id: ID<Parcel>) async throws {
        try await packers.run(id) { try await workAlone(on: id) }
    }

    /// What a stopped program left undone.
    package func workOnParcels() async throws {
        let waiting = try await database.read { db in
            try ID<Parcel>.fetchAll(
                db, sql: "SELECT id FROM parcel WHERE state IN ('asked', 'waiting') ORDER BY made, id")
        }
        for id in waiting { try await work(on: id) }
    }

    /// Removes the parcels that are too old, those that were arriving when the program stopped, and bytes that no row
    /// knows of.
    package func sweepParcels() async throws {
        let oldest = world.now() - Parcel.secondsToKeep
        let old = try await database.write { [opened] db in
            try ID<Parcel>.fetchAll(
                db,
                sql: "DELETE FROM parcel WHERE made <= ? OR (state = 'arriving' AND made < ?) RETURNING id",
                arguments: [oldest, opened])
        }
        // Looked for first: a row is there before its bytes are.
        let names = try FileManager.default.contentsOfDirectory(atPath: parcels.folder.path)
        let known = Set(try await database.read { db in try ID<Parcel>.fetchAll(db, sql: "SELECT id FROM parcel") })
        try parcels.remove(old)
        for name in names {
            let id = ID<Parcel>(name.replacing(".part", with: ""))
            if id.map({ !known.contains($0) }) ?? true {
                try? FileManager.default.removeItem(at: parcels.folder.appending(path: name))
            }
        }
    }

    func removeParcels(of owner: PersonID) async throws {
        let gone = try await database.write { db in
            try ID<Parcel>.fetchAll(db, sql: "DELETE FROM parcel WHERE owner = ? RETURNING id", arguments: [owner])
        }
        try parcels.remove(gone)
    }
}
