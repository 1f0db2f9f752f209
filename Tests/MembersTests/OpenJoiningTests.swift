import Storage
import TestSupport
import Testing

@testable import Members

@Suite struct OpenJoiningTests {
    private func open(_ directory: Directory) async throws {
        var settings = try await directory.settings()
        settings.openJoining = true
        try await directory.save(settings)
    }

    @Test("It is shut until an administrator opens it")
    func shut() async throws {
        try await withDirectory { open in
            #expect(try await !open.directory.settings().openJoining)
            #expect(try await open.directory.joiningMail(for: try open.email("robin")) == .nothing)
            try await self.open(open.directory)
            #expect(try await open.directory.settings().openJoining)
        }
    }

    @Test("A link makes one account, for the address it went to, within a day")
    func link() async throws {
        try await withDirectory { open in
            try await self.open(open.directory)
            let email = try open.email("robin")
            guard case .link(let secret) = try await open.directory.joiningMail(for: email),
                case .link(let late) = try await open.directory.joiningMail(for: email)
            else { throw Directory.Refusal.unknownMember }
            #expect(try await open.directory.invitation(secret: secret)?.email == email)
            _ = try #require(try await open.join(secret, "Robin Ashdown"))
            #expect(try await open.directory.member(email: email)?.roles == [.member])
            #expect(try await open.join(late) == nil)
            #expect(try await open.directory.joiningMail(for: email) == .known)
            guard case .link(let slow) = try await open.directory.joiningMail(for: try open.email("nia")) else {
                return
            }
            open.clock.advance(days: 1)
            #expect(try await open.directory.invitation(secret: slow) == nil)
        }
    }

    @Test("A mailed invitation keeps its roles, and ends when it is taken back")
    func invitation() async throws {
        try await withDirectory { open in
            let email = try open.email("robin")
            let shown = try await open.directory.invite(email, roles: [.member, .expert])
            guard case .link(let mailed) = try await open.directory.invitationMail(for: email) else {
                Issue.record("no link")
                return
            }
            #expect(mailed != shown)
            #expect(try await open.directory.invitation(secret: mailed)?.roles == [.member, .expert])
            #expect(try await open.directory.invitation(secret: shown)?.roles == [.member, .expert])
            let id = try #require(try await open.directory.invitations().first?.id)
            try await open.directory.revoke(id)
            #expect(try await open.directory.invitation(secret: mailed) == nil)
            #expect(try await open.directory.invitationMail(for: email) == .nothing)
        }
    }
}
