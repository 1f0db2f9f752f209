import Storage
import TestSupport
import Testing

@testable import Members

@Suite struct NewAddressTests {
    @Test("An address is one's own once the link mailed to it is used; the former one is told")
    func change() async throws {
        try await withDirectory { open in
            let maya = try await open.add("maya")
            let email = try open.email("maya.new")
            #expect(try await open.directory.propose(email, by: maya, password: OpenDirectory.words))
            let mail = try #require(try await open.directory.takeMail())
            #expect(mail.recipient == email && mail.member == maya)
            let stale = try #require(try await open.directory.passwordLink(for: try open.email("maya")))
            let secret = try #require(try await open.directory.addressLink(of: maya, to: email))
            #expect(try await open.directory.proposed(through: secret) == email)
            #expect(try await open.signIn("maya").outcome == "welcome", "nothing has changed yet")
            #expect(try await open.directory.confirmAddress(through: secret))
            #expect(try await open.signIn("maya").outcome == "wrong")
            #expect(try await open.signIn("maya.new").outcome == "welcome")
            #expect(try await !open.directory.opens(stale, .password), "a link mailed to the former address is dead")
            #expect(try await !open.directory.confirmAddress(through: secret))
            let told = try #require(try await open.directory.takeMail())
            #expect(told.kind == .addressChanged)
            #expect(try open.email("maya") == told.recipient)
        }
    }

    @Test("Without the password nothing is asked of anybody")
    func wrongPassword() async throws {
        try await withDirectory { open in
            let maya = try await open.add("maya")
            #expect(try await !open.directory.propose(try open.email("thief"), by: maya, password: "not the password"))
            #expect(try await open.directory.takeMail() == nil)
        }
    }

    @Test("An address that has an account gets no link, and the answer is the same")
    func taken() async throws {
        try await withDirectory { open in
            let (maya, _) = (try await open.add("maya"), try await open.add("callum"))
            #expect(
                try await open.directory.propose(try open.email("callum"), by: maya, password: OpenDirectory.words))
            #expect(try await open.directory.addressLink(of: maya, to: try open.email("callum")) == nil)
        }
    }

    @Test("Where somebody joined with the address meanwhile, the link opens nothing")
    func race() async throws {
        try await withDirectory { open in
            let maya = try await open.add("maya")
            let secret = try #require(try await open.directory.addressLink(of: maya, to: try open.email("robin")))
            try await open.add("robin")
            #expect(try await !open.directory.confirmAddress(through: secret))
            #expect(try await open.signIn("maya").outcome == "welcome")
        }
    }
}
