import Crypto
import Foundation
import Storage
import TestSupport
import Testing

@testable import Members

@Suite struct ForgottenPasswordTests {
    @Test("Asking writes the same for an address with an account and for one without")
    func noOracle() async throws {
        var rows: [[String]] = []
        for name in ["maya", "nobody"] {
            try await withDirectory { open in
                try await open.add("maya")
                let before = Set(try await open.rows())
                #expect(try await open.directory.forgot(try open.email(name), network: "a"))
                rows.append(try await open.rows().filter { !before.contains($0) }.map { $0.replacing(name, with: "X") })
            }
        }
        #expect(rows[0] == rows[1])
        #expect(rows[0].count == 1)
    }

    @Test("A link sets a password once, ends every session, and its owner is told")
    func once() async throws {
        try await withDirectory { open in
            let maya = try await open.add("maya")
            let session = try await open.enter("maya")
            let (first, second) = (
                try #require(try await open.directory.passwordLink(for: try open.email("maya"))),
                try #require(try await open.directory.passwordLink(for: try open.email("maya")))
            )
            #expect(try await open.directory.opens(first, .password))
            #expect(try await open.directory.setPassword(try Password("another four words"), through: first))
            #expect(try await open.visitor(session) == nil)
            #expect(try await open.signIn("maya", "another four words").outcome == "welcome")
            for used in [first, second] {
                #expect(try await !open.directory.setPassword(try Password("four words of a thief"), through: used))
            }
            let told = try #require(try await open.directory.takeMail())
            #expect(told.kind == .passwordChanged)
            #expect(told.member == maya)
        }
    }

    @Test("A link works for an hour, for its own purpose, and as it was made")
    func hour() async throws {
        try await withDirectory { open in
            try await open.add("maya")
            let secret = try #require(try await open.directory.passwordLink(for: try open.email("maya")))
            open.clock.advance(minutes: 59)
            #expect(try await open.directory.opens(secret, .password))
            #expect(try await !open.directory.opens(secret, .address))
            #expect(try await open.directory.invitation(secret: secret) == nil)
            #expect(try await !open.directory.opens(Base32.encode(Directory.hash(secret)), .password))
            open.clock.advance(minutes: 1)
            #expect(try await !open.directory.opens(secret, .password))
            // The same secret with a later moment is another secret.
            let bytes = try #require(Base32.decode(secret))
            let later = Base32.encode(bytes.dropLast(5) + [0xFF, 0xFF, 0xFF, 0xFF, 0xFF])
            #expect(try await !open.directory.opens(later, .password))
            #expect(try await open.directory.passwordLink(for: try open.email("nobody")) == nil)
        }
    }

    @Test("No file holds a link's secret")
    func hashed() async throws {
        try await withDirectory { open in
            try await open.add("maya")
            let secret = try #require(try await open.directory.passwordLink(for: try open.email("maya")))
            #expect(try open.files(holding: Data(secret.utf8)).isEmpty)
            #expect(try open.files(holding: Data(try #require(Base32.decode(secret)).prefix(32))).isEmpty)
            #expect(try !open.files(holding: Data(SHA256.hash(data: Data(secret.utf8)))).isEmpty)
        }
    }

    @Test("No value is a moment, though a link was made, used and mail refused")
    func noMoments() async throws {
        try await withDirectory { open in
            try await open.add("maya")
            _ = try await open.directory.passwordLink(for: try open.email("maya"))
            #expect(try await open.directory.forgot(try open.email("maya"), network: "a"))
            try await open.directory.notSent(try #require(try await open.directory.takeMail()), isFinal: false)
            for row in try await open.rows() where !row.hasPrefix("grdb_migrations") {
                #expect(row.firstMatch(of: /\d\d:\d\d|=\d{6,}|\d\.\d/) == nil, "\(row)")
            }
        }
    }

    @Test("Too much for one address is left out in silence; too much from one network is said")
    func throttled() async throws {
        try await withDirectory { open in
            for _ in 1...5 { #expect(try await open.directory.forgot(try open.email("maya"), network: "a")) }
            var mails = 0
            while let mail = try await open.directory.takeMail() {
                mails += 1
                try await open.directory.sent(mail)
            }
            #expect(mails == 1, "later ones take the place of those that wait")
            #expect(try await open.directory.forgot(try open.email("maya"), network: "a"))
            #expect(try await open.directory.takeMail() == nil, "the fourth and later ones write nothing")
            for number in 1...14 {
                #expect(try await open.directory.forgot(try open.email("n\(number)"), network: "a"))
            }
            #expect(try await !open.directory.forgot(try open.email("other"), network: "a"))
            #expect(try await open.directory.forgot(try open.email("other"), network: "b"))
            open.clock.advance(hours: 1)
            #expect(try await open.directory.forgot(try open.email("other"), network: "a"))
        }
    }
}
