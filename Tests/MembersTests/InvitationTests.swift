import Storage
import TestSupport
import Testing

@testable import Members

@Suite struct InvitationTests {
    @Test("An invitation makes one account, with its own address and roles, and signs its owner in")
    func joining() async throws {
        try await withDirectory { open in
            let invitation = try await open.directory.invite(try open.email("callum"), roles: [.member, .auditor])
            let session = try #require(try await open.join(invitation))
            let member = try #require(try await open.directory.signedIn(secret: session)?.member)
            #expect(member.name == "Callum Brackenbury")
            #expect(member.email.description == "callum@example.org")
            #expect(member.roles == [.member, .auditor])
            #expect(member.joined.description == "2026-09-15")
            #expect(try await open.signIn("callum").secret != nil)
        }
    }

    @Test("An invitation is used once")
    func once() async throws {
        try await withDirectory { open in
            let invitation = try await open.directory.invite(try open.email("callum"), roles: [.member])
            #expect(try await open.join(invitation) != nil)
            #expect(try await open.join(invitation, "Somebody Else") == nil)
            #expect(try await open.directory.members().map(\.name) == ["Callum Brackenbury"])
            #expect(try await open.directory.invitation(secret: invitation) == nil)
        }
    }

    @Test("Of two who use one invitation at once, one joins")
    func race() async throws {
        try await withDirectory { open in
            let invitation = try await open.directory.invite(try open.email("callum"), roles: [.member])
            async let one = open.join(invitation, "One")
            async let other = open.join(invitation, "Other")
            #expect(try await [one, other].compactMap { $0 }.count == 1)
            #expect(try await open.directory.members().count == 1)
        }
    }

    @Test("A revoked invitation, a replaced one and an invented one open nothing")
    func noLonger() async throws {
        try await withDirectory { open in
            let email = try open.email("callum")
            let replaced = try await open.directory.invite(email, roles: [.administrator])
            let revoked = try await open.directory.invite(email, roles: [.member])
            #expect(try await open.join(replaced) == nil)
            let listed = try await open.directory.invitations()
            #expect(listed.map(\.email) == [email])
            try await open.directory.revoke(try #require(listed.first).id)
            for secret in [revoked, "", String(repeating: "0", count: 52)] {
                #expect(try await open.directory.invitation(secret: secret) == nil)
                #expect(try await open.join(secret) == nil)
            }
            #expect(try await open.directory.members().isEmpty)
        }
    }

    @Test("An invitation holds for 30 days, its last day included", arguments: [(30, true), (31, false)])
    func runsOut(days: Int, holds: Bool) async throws {
        try await withDirectory { open in
            let invitation = try await open.directory.invite(try open.email("callum"), roles: [.member])
            open.clock.advance(days: days)
            #expect(try await open.directory.invitations().isEmpty != holds)
            #expect((try await open.directory.invitation(secret: invitation) != nil) == holds)
            #expect((try await open.join(invitation) != nil) == holds)
            try await open.directory.forgetWhatEnded()
            #expect(try await !open.rows().contains { $0.hasPrefix("invitation:") })
        }
    }

    @Test("Nobody is invited who has an account already, and nothing changes")
    func alreadyThere() async throws {
        try await withDirectory { open in
            try await open.add("maya")
            await #expect(throws: Directory.Refusal.emailTaken) {
                _ = try await open.directory.invite(try EmailAddress("MAYA@Example.org"), roles: [.administrator])
            }
            #expect(try await open.directory.invitations().isEmpty)
        }
    }

    @Test("An account made by hand ends the invitation to its address")
    func madeByHand() async throws {
        try await withDirectory { open in
            let invitation = try await open.directory.invite(try open.email("maya"), roles: [.member])
            let maya = try await open.add("maya")
            #expect(try await open.join(invitation) == nil)
            #expect(try await open.directory.invitations().isEmpty)
            #expect(try await open.directory.members().map(\.id) == [maya])
        }
    }
}
