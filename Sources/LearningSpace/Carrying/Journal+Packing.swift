import Containers
import Foundation
import GRDB
import Storage

extension Journal {
    func workAlone(on id: ID<Parcel>) async throws {
        let found = try await database.read { db in
            try Row.fetchOne(db, sql: "SELECT owner, way, state, name FROM parcel WHERE id = ?", arguments: [id])
                .map { row -> (PersonID, String, String, String) in
                    (row["owner"], row["name"], row["way"], row["state"])
                }
        }
        guard let (owner, name, way, state) = found else { return }
        do {
            switch (way, state) {
            case ("out", "waiting"): try await makeArchive(id, of: owner, named: name)
            case ("in", "waiting"):
                let archive = try await onOwnThread { [parcels] in try IncomingArchive(parcels.file(of: id)) }
                try await settle(id, .ready, try await add(archive.promised, to: owner, isTried: true))
            case ("in", "asked"): try await settle(id, .over, try await takeIn(id, of: owner))
            default: return
            }
        } catch let wrong as Invalid {
            try await fail(id, wrong.sentence)
        } catch {
            try await fail(id, "It broke off on our side. Begin again; if it breaks again, tell an administrator.")
            throw error
        }
    }

    private func makeArchive(_ id: ID<Parcel>, of owner: PersonID, named name: String) async throws {
        let space = try await database.read { db in try StoredSpace(of: owner, in: db) }
        let total = space.files.count + 1
        try await note(id, 0, of: total)
        let (file, locations) = (space.file, space.files.map { ($0.item, evidence.file(of: $0.id)) })
        let work = OutgoingArchive(space: file, name: name, files: locations)
        let bytes = try await onOwnThread { [parcels, database] in
            try work.write(to: parcels.part(of: id)) { done in
                // Progress is a courtesy: a step of 50 files takes about a second.
                guard done % 50 == 0 else { return }
                try? database.write { db in try Self.note(id, done, of: total, in: db) }
            }
            try FileManager.default.moveItem(at: parcels.part(of: id), to: parcels.file(of: id))
            return try FileBytes(parcels.file(of: id)).count
        }
        try await database.write { db in
            try db.execute(
                sql: "UPDATE parcel SET state = 'ready', done = total, bytes = ? WHERE id = ?", arguments: [bytes, id])
        }
    }

    func note(_ id: ID<Parcel>, _ done: Int, of total: Int) async throws {
        try await database.write { db in try Self.note(id, done, of: total, in: db) }
    }

    private static func note(_ id: ID<Parcel>, _ done: Int, of total: Int, in db: Database) throws {
        try db.execute(sql: "UPDATE parcel SET done = ?, total = ? WHERE id = ?", arguments: [done, total, id])
    }

    private func settle(_ id: ID<Parcel>, _ state: Parcel.State, _ imported: Imported) async throws {
        let outcome = String(decoding: try JSONEncoder().encode(imported), as: UTF8.self)
        try await database.write { db in
            try db.execute(
                sql: "UPDATE parcel SET state = ?, outcome = ? WHERE id = ?", arguments: [state.rawValue, outcome, id])
        }
        if state == .over { try parcels.remove([id]) }
    }

    private func fail(_ id: ID<Parcel>, _ sentence: String) async throws {
        try await database.write { db in
            try db.execute(
                sql: "UPDATE parcel SET state = 'failed', outcome = ? WHERE id = ?", arguments: [sentence, id])
        }
        try parcels.remove([id])
    }
}
