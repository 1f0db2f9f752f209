import Crypto
package import Foundation
import GRDB
package import Storage

/// A file that is open to whoever asked, and where its bytes are.
package struct OpenedFile: Sendable {
    package let evidence: Evidence
    package let location: URL
}

extension Journal {
    /// The file, for its owner and for whom a stage is open that it stands at.
    ///
    /// Nil, and the same nil, where it is missing, private, withdrawn or expired.
    package func file(_ id: ID<Evidence>, for reader: PersonID) async throws -> OpenedFile? {
        try await database.read { [evidence, today = world.today] db in
            let own = try Evidence.stored(id, of: reader, in: db)
            let open = try own ?? Evidence.stored(id, openTo: .person(reader), on: today, in: db)
            return open.map { OpenedFile(evidence: $0, location: evidence.file(of: id)) }
        }
    }

    /// The file, for whoever follows the link with this secret.
    package func file(_ id: ID<Evidence>, bySecret secret: String) async throws -> OpenedFile? {
        try await database.read { [evidence, today = world.today] db in
            let share = try ID<Share>.fetchOne(
                db, sql: "SELECT id FROM share WHERE secret = ?", arguments: [Share.hash(ofSecret: secret)])
            guard let share else { return nil }
            return try Evidence.stored(id, openTo: .holder(of: share), on: today, in: db)
                .map { OpenedFile(evidence: $0, location: evidence.file(of: id)) }
        }
    }

    /// A page of the owner's with where each stands, the last added first, and what all of them take up.
    ///
    /// - Parameter page: counted from 1; one that there is not is the last.
    package func files(of owner: PersonID, page: Int = 1) async throws -> FileListing {
        try await database.read { db in
            let use = try Evidence.Use(of: owner, in: db)
            let pages = max(1, (use.files + FileListing.onPage - 1) / FileListing.onPage)
            let shown = min(max(1, page), pages)
            let files = try Evidence.stored(
                "owner = ? ORDER BY added DESC, name, id LIMIT ? OFFSET ?",
                [owner, FileListing.onPage, (shown - 1) * FileListing.onPage], in: db)
            let places = try Evidence.places(of: owner, only: files.map(\.id), in: db)
            return FileListing(
                files: files.map { KeptFile(evidence: $0, places: places[$0.id] ?? []) }, use: use, page: shown,
                pages: pages)
        }
    }

    /// What stands at an activity or a goal of the owner's.
    package func files(at place: Evidence.Place, of owner: PersonID) async throws -> [Evidence] {
        try await database.read { db in
            guard try place.isOf(owner, in: db) else { return [] }
            return try Evidence.stored(at: place, in: db)
        }
    }
}

/// One page of somebody's files.
package struct FileListing: Hashable, Sendable {
    package static let onPage = 50
    package let files: [KeptFile]
    package let use: Evidence.Use
    package let page: Int
    package let pages: Int
}

/// One of the owner's files in their list.
package struct KeptFile: Hashable, Sendable {
    package let evidence: Evidence
    package let places: [Evidence.Standing]
}

extension Evidence {
    /// What somebody's files take up.
    package struct Use: Hashable, Sendable {
        package let files: Int
        package let bytes: Int

        init(files: Int, bytes: Int) { (self.files, self.bytes) = (files, bytes) }

        init(of owner: PersonID, in db: Database) throws {
            let row = try Row.fetchOne(
                db, sql: "SELECT count(*) AS files, coalesce(sum(bytes), 0) AS bytes FROM evidence WHERE owner = ?",
                arguments: [owner])
            (files, bytes) = (row?["files"] ?? 0, row?["bytes"] ?? 0)
        }
    }
}
