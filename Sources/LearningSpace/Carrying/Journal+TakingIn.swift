import Containers
import Foundation
import GRDB
import Storage

extension Journal {
    /// Takes in what an archive holds: its files first, each looked through and on the disk, then all rows in one
    /// transaction. A file that cannot be kept is said and left out.
    func takeIn(_ id: ID<Parcel>, of owner: PersonID) async throws -> Imported {
        let archive = try await onOwnThread { [parcels] in try IncomingArchive(parcels.file(of: id)) }
        var arrivals = Arrivals(file: archive.file, refused: archive.refused)
        let (stored, use) = try await database.read { db in
            (try Evidence.stored("owner = ?", [owner], in: db), try Evidence.Use(of: owner, in: db))
        }
        let here = Importing.here(stored)
        var (files, bytes) = (use.files, use.bytes)
        let wanted = archive.file.files.filter { item in
            archive.parts[item.number] != nil
                && item.hash.map { here[.init(hash: $0, name: item.name)] == nil } ?? true
        }
        var begun: [ID<Evidence>] = []
        do {
            for (index, item) in wanted.enumerated() {
                guard let part = archive.parts[item.number] else { continue }
                if index % 50 == 0 { try await note(id, index, of: wanted.count + 1) }
                do {
                    try Evidence.Use(files: files, bytes: bytes).check(adding: part.size, limits)
                    let file = try await receive()
                    begun.append(file.id)
                    let settled = try await settle(file, item, part, of: archive)
                    arrivals.bytes[item.number] = .settled(file.id, settled)
                    (files, bytes) = (files + 1, bytes + settled.bytes)
                } catch {
                    guard let wrong = Invalid(ofFile: error) else { throw error }
                    arrivals.bytes[item.number] = .refused
                    arrivals.refused.append("The file “\(item.name.prefix(60))”: \(wrong.sentence)")
                }
            }
            let done = try await add(arrivals, to: owner)
            try await giveUp(begun)
            return done
        } catch {
            try await giveUp(begun)
            throw error
        }
    }

    private func settle(
        _ file: ArrivingFile<Evidence>, _ item: SpaceFile.FileItem, _ part: ZipEntry, of archive: IncomingArchive
    ) async throws -> Settled {
        let most = limits.bytesOfFile
        let settled = try await onOwnThread { [evidence] in
            try archive.unpack(part, to: file, upTo: most)
            try file.end()
            return try evidence.settle(file.id)
        }
        if let hash = item.hash, hash != settled.hash.hexadecimal {
            throw Invalid("file", "It is not the file that the list describes, so it is left out.")
        }
        _ = try Evidence.Draft(name: item.name, about: item.about)
        return settled
    }

    /// A file of which nobody asks how much its owner keeps: that is known for all of them together.
    private func receive() async throws -> ArrivingFile<Evidence> {
        let (id, now) = (world.id(of: Evidence.self), world.now())
        try await database.write { db in
            try db.execute(sql: "INSERT INTO arriving_file (id, since) VALUES (?, ?)", arguments: [id, now])
        }
        return try ArrivingFile(id, at: evidence.arriving(id), upTo: limits.bytesOfFile)
    }

    /// Removes those that have not become somebody's.
    private func giveUp(_ begun: [ID<Evidence>]) async throws {
        let unused = try await database.write { db in
            try begun.filter { id in
                try db.execute(sql: "DELETE FROM arriving_file WHERE id = ?", arguments: [id])
                return db.changesCount > 0
            }
        }
        try await onOwnThread { [evidence] in try evidence.remove(unused) }
    }
}
