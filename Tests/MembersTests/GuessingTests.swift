import Storage
import TestSupport
import Testing

@testable import Members

@Suite struct GuessingTests {
    @Test(
        "After ten attempts an account waits a quarter of an hour, even for the right password",
        arguments: ["maya", "nobody"])
    func accountLimit(name: String) async throws {
        try await withDirectory { open in
            try await open.add("maya")
            for _ in 1...10 { #expect(try await open.signIn(name, "wrong").outcome == "wrong") }
            #expect(try await open.signIn(name, OpenDirectory.words, from: "elsewhere").outcome == "too many")
            open.clock.advance(minutes: 14)
            #expect(try await open.signIn(name).outcome == "too many")
            open.clock.advance(minutes: 1)
            #expect(try await open.signIn(name).outcome == (name == "maya" ? "welcome" : "wrong"))
        }
    }

    @Test("Writing the address differently is no way round")
    func spelling() async throws {
        try await withDirectory { open in
            try await open.add("maya")
            for attempt in 1...10 { _ = try await open.signIn(attempt.isMultiple(of: 2) ? "MAYA" : " maya", "wrong") }
            #expect(try await open.signIn("maya").outcome == "too many")
        }
    }

    @Test("Whoever signs in has their slips forgiven")
    func forgiveness() async throws {
        try await withDirectory { open in
            try await open.add("maya")
            for _ in 1...5 {
                for _ in 1...9 { _ = try await open.signIn("maya", "slip", from: "\(open.clock.world.secret())") }
                #expect(try await open.signIn("maya", from: "home").outcome == "welcome")
            }
        }
    }

    @Test("A network that tries sixty names waits; people elsewhere do not")
    func networkLimit() async throws {
        try await withDirectory { open in
            try await open.add("maya")
            for number in 1...60 { _ = try await open.signIn("name\(number)", "wrong", from: "crowd") }
            #expect(try await open.signIn("maya", from: "crowd").outcome == "too many")
            #expect(try await open.signIn("maya", from: "home").outcome == "welcome")
        }
    }

    @Test("A network that must wait cannot lock anybody else out")
    func noLockingOut() async throws {
        try await withDirectory { open in
            try await open.add("maya")
            for number in 1...60 { _ = try await open.signIn("name\(number)", "wrong", from: "crowd") }
            for _ in 1...20 { #expect(try await open.signIn("maya", "wrong", from: "crowd").outcome == "too many") }
            #expect(try await open.signIn("maya", from: "home").outcome == "welcome")
        }
    }

    @Test("The current password cannot be guessed at leisure from an open session")
    func guessingFromWithin() async throws {
        try await withDirectory { open in
            let maya = try await open.add("maya")
            let session = try #require(try await open.directory.signedIn(secret: try await open.enter("maya"))).session
            let next = try Password("another four words")
            for _ in 1...10 {
                #expect(!(try await open.directory.changePassword(of: maya, from: "x", to: next, keeping: session)))
            }
            let locked = try await open.directory.changePassword(
                of: maya, from: OpenDirectory.words, to: next, keeping: session)
            #expect(!locked)
        }
    }
}
