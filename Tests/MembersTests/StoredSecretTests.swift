import Crypto
import Foundation
import GRDB
import Storage
import Testing

@testable import Members

@Suite("Secrets are stored as hashes alone")
struct StoredSecretTests {
    @Test("No file holds a session's secret, an invitation's or a password")
    func rawScan() async throws {
        try await withDirectory { open in
            try await open.add("maya")
            let session = try await open.enter("maya")
            let invitation = try await open.directory.invite(try open.email("callum"), roles: [.member])
            for secret in [session, invitation] {
                let bytes = Data(try #require(Base32.decode(secret)))
                #expect(try open.files(holding: Data(secret.utf8)).isEmpty)
                #expect(try open.files(holding: bytes).isEmpty)
                // The scan sees what is there: the hash.
                #expect(try !open.files(holding: Data(SHA256.hash(data: Data(secret.utf8)))).isEmpty)
            }
            #expect(try open.files(holding: Data(OpenDirectory.words.utf8)).isEmpty)
            #expect(try !open.files(holding: Data("maya@example.org".utf8)).isEmpty)
        }
    }

    @Test("A stored hash opens nothing when it is sent as the secret")
    func hashIsNoSecret() async throws {
        try await withDirectory { open in
            try await open.add("maya")
            let secret = try await open.enter("maya")
            let hash = Directory.hash(secret)
            #expect(try await open.visitor(Base32.encode(hash)) == nil)
            #expect(try await open.visitor(String(decoding: hash, as: UTF8.self)) == nil)
        }
    }

    @Test("Two people with one password have different hashes")
    func salted() async throws {
        try await withDirectory { open in
            try await open.add("maya")
            try await open.add("callum")
            let hashes = try await open.directory.database.read {
                try String.fetchAll($0, sql: "SELECT password FROM member")
            }
            #expect(Set(hashes).count == 2)
        }
    }
}
