import Storage
import TestSupport
import Testing

@testable import Members

@Suite struct PasswordChangeTests {
    @Test("A new password ends the other sessions and the old password; this session and other people's stay")
    func change() async throws {
        try await withDirectory { open in
            let (maya, callum) = (try await open.add("maya"), try await open.add("callum"))
            let (here, there) = (try await open.enter("maya"), try await open.enter("maya"))
            let other = try await open.enter("callum")
            let session = try #require(try await open.directory.signedIn(secret: here)).session
            let done = try await open.directory.changePassword(
                of: maya, from: OpenDirectory.words, to: try Password("another four words"), keeping: session)
            #expect(done)
            #expect(try await open.visitor(here) == maya)
            #expect(try await open.visitor(there) == nil)
            #expect(try await open.visitor(other) == callum)
            #expect(try await open.signIn("maya").outcome == "wrong")
            #expect(try await open.signIn("maya", "another four words").outcome == "welcome")
        }
    }

    @Test("Without the current password nothing changes")
    func wrongCurrent() async throws {
        try await withDirectory { open in
            let maya = try await open.add("maya")
            let (here, there) = (try await open.enter("maya"), try await open.enter("maya"))
            let session = try #require(try await open.directory.signedIn(secret: here)).session
            let done = try await open.directory.changePassword(
                of: maya, from: "not the password", to: try Password("another four words"), keeping: session)
            #expect(!done)
            #expect(try await open.visitor(there) == maya)
            #expect(try await open.signIn("maya").outcome == "welcome")
        }
    }

    @Test("A reset by somebody else ends every session")
    func reset() async throws {
        try await withDirectory { open in
            let maya = try await open.add("maya")
            let secret = try await open.enter("maya")
            try await open.directory.reset(try Password("another four words"), of: maya)
            #expect(try await open.visitor(secret) == nil)
            #expect(try await open.signIn("maya").outcome == "wrong")
            #expect(try await open.signIn("maya", "another four words").outcome == "welcome")
            await #expect(throws: Directory.Refusal.unknownMember) {
                try await open.directory.reset(try Password("another four words"), of: open.clock.world.id())
            }
        }
    }

    @Test("A generated password is one that may be chosen, and never the same twice")
    func generated() throws {
        let world = TestWorld().world
        let made = (1...200).map { _ in Password.generated(from: world.randomBytes).plain }
        #expect(Set(made).count == 200)
        for plain in made {
            #expect(plain.wholeMatch(of: /[a-z2-9]{4}(-[a-z2-9]{4}){3}/) != nil)
            #expect(plain.firstMatch(of: /[ilo01]/) == nil)
            #expect(throws: Never.self) { try Password(plain) }
        }
    }
}
