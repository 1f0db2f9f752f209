import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import Members

/// Foundation has one too; in these tests it is always the members'.
typealias Directory = Members.Directory

/// A directory on a real file, with hashes that cost next to nothing.
struct OpenDirectory: Sendable {
    let directory: Directory
    let clock: TestWorld
    let folder: URL

    static let words = "four unrelated words"

    @discardableResult
    func add(_ name: String, roles: Set<Role> = [.member]) async throws -> PersonID {
        try await directory.add(
            PersonName("\(name) Thistlewood"), email: email(name), roles: roles, password: Password(Self.words))
    }

    func email(_ name: String) throws -> EmailAddress { try EmailAddress("\(name)@example.org") }

    func signIn(
        _ name: String, _ password: String = words, device: String = "Firefox on Linux",
        from network: String = "192.0.2.0/24", replacing former: String? = nil
    ) async throws -> Directory.SignIn {
        try await directory.signIn(
            email: "\(name)@example.org", password: password, device: device, network: network, replacing: former)
    }

    /// The secret of a new session.
    func enter(_ name: String, _ password: String = words, replacing former: String? = nil) async throws -> String {
        try #require(try await signIn(name, password, replacing: former).secret)
    }

    func join(_ secret: String, _ name: String = "Callum Brackenbury") async throws -> String? {
        try await directory.join(
            invitation: secret, name: PersonName(name), password: Password(Self.words), device: "Firefox on Linux")
    }

    /// Whose session this secret opens.
    func visitor(_ secret: String) async throws -> PersonID? {
        try await directory.signedIn(secret: secret)?.member.id
    }

    /// Every value in every table: what a reader of the file would find.
    func rows() async throws -> [String] {
        try await directory.database.read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            return try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { row in
                    "\(table): " + row.map { "\($0)=\($1)" }.joined(separator: " ")
                }.sorted()
            }
        }
    }

    /// The files in which these bytes stand, logs included.
    func files(holding bytes: Data) throws -> [String] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { try Data(contentsOf: $0).range(of: bytes) != nil }.map(\.lastPathComponent).sorted()
    }
}

func withDirectory(
    cost: ScryptCost = ScryptCost(rounds: 16, block: 8, lanes: 1),
    _ body: (OpenDirectory) async throws -> Void
) async throws {
    try await withTemporaryFolder { folder in
        let clock = TestWorld()
        let directory = try Directory(folder: folder, world: clock.world, passwordCost: cost)
        try await body(OpenDirectory(directory: directory, clock: clock, folder: folder))
    }
}

extension Directory.SignIn {
    var secret: String? { if case .welcome(let secret) = self { secret } else { nil } }

    /// What the person reads.
    var outcome: String {
        switch self {
        case .welcome: "welcome"
        case .wrong: "wrong"
        case .tooMany: "too many"
        }
    }
}
