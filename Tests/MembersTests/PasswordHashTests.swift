import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import Members

@Suite struct PasswordHashTests {
    /// RFC 7914, section 12, cut to the 32 bytes that are kept.
    @Test("Hashes are scrypt's, as its test vector says")
    func vector() throws {
        let hash = try PasswordHash(
            of: "pleaseletmein", salt: Array("SodiumChloride".utf8),
            cost: ScryptCost(rounds: 16_384, block: 8, lanes: 1))
        let hex = hash.digest.map { String(format: "%02x", $0) }.joined()
        #expect(hex == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2")
    }

    @Test("A stored hash carries its cost, by default N = 2^15, r = 8, p = 3")
    func standard() async throws {
        #expect(ScryptCost.standard == ScryptCost(rounds: 32_768, block: 8, lanes: 3))
        try await withDirectory(cost: .standard) { open in
            try await open.add("maya")
            let stored = try await open.directory.database.read {
                try String.fetchOne($0, sql: "SELECT password FROM member")
            }
            #expect(stored?.hasPrefix("scrypt:32768:8:3:") == true)
        }
    }

    @Test("A hash made at an earlier cost still opens the door, and a new password has the new cost")
    func dearer() async throws {
        try await withDirectory { open in
            let maya = try await open.add("maya")
            let dearer = try Directory(
                folder: open.folder, world: open.clock.world,
                passwordCost: ScryptCost(rounds: 32, block: 8, lanes: 1))
            let later = OpenDirectory(directory: dearer, clock: open.clock, folder: open.folder)
            #expect(try await later.signIn("maya").outcome == "welcome")
            try await dearer.reset(try Password("another four words"), of: maya)
            #expect(try await later.signIn("maya", "another four words").outcome == "welcome")
            #expect(try await later.rows().contains { $0.contains("scrypt:32:8:1:") })
        }
    }

    @Test("Too many at once are turned away at the door; whoever is let in gets the right answer")
    func busy() async throws {
        try await withDirectory(cost: ScryptCost(rounds: 8_192, block: 8, lanes: 1)) { open in
            let hasher = open.directory.hasher
            let hash = try await hasher.hash(try Password(OpenDirectory.words))
            let answers = await withTaskGroup { group in
                for number in 1...150 {
                    // At once: each stands in the queue before the next one comes.
                    group.addImmediateTask { () -> Bool? in
                        let isRight = number.isMultiple(of: 2)
                        let typed = isRight ? OpenDirectory.words : "wrong"
                        return try? await hasher.check(typed, against: hash) == isRight
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(!answers.contains(false))
            #expect(answers.count { $0 == true } >= 64)
            #expect(answers.count { $0 == nil } > 30)
        }
    }
}
