import Storage
import Testing

@testable import Members

@Suite struct SignInTests {
    @Test("The right password opens the door, however the address is written")
    func right() async throws {
        try await withDirectory { open in
            let maya = try await open.add("maya")
            for typed in ["maya@example.org", " Maya@Example.ORG\n"] {
                let result = try await open.directory.signIn(
                    email: typed, password: OpenDirectory.words, device: "", network: "here", replacing: nil)
                #expect(try await open.visitor(try #require(result.secret)) == maya)
            }
        }
    }

    @Test(
        "A wrong password, an unknown address and no address at all get the same answer",
        arguments: [
            ("maya", "four unrelated word"), ("maya", "Four unrelated words"), ("maya", ""),
            ("nobody", OpenDirectory.words), ("", ""), ("maya' OR '1'='1", "x"),
        ])
    func wrong(name: String, password: String) async throws {
        try await withDirectory { open in
            try await open.add("maya")
            #expect(try await open.signIn(name, password).outcome == "wrong")
        }
    }

    /// At this price a hash takes some 25 ms, and an answer without one less than a tenth of that.
    @Test("An unknown address takes as long as a known one")
    func sameWork() async throws {
        try await withDirectory(cost: ScryptCost(rounds: 8_192, block: 8, lanes: 1)) { open in
            try await open.add("maya")
            func quickest(_ name: String) async throws -> Duration {
                var quickest = Duration.seconds(60)
                for attempt in 1...7 {
                    let began = ContinuousClock.now
                    #expect(try await open.signIn(name, "wrong \(attempt)").outcome == "wrong")
                    quickest = min(quickest, ContinuousClock.now - began)
                }
                return quickest
            }
            let known = try await quickest("maya")
            let unknown = try await quickest("nobody")
            #expect(unknown * 3 > known)
            #expect(known * 3 > unknown)
        }
    }

    @Test("Signing in again gives a new secret and ends the session the browser held")
    func rotation() async throws {
        try await withDirectory { open in
            let maya = try await open.add("maya")
            let planted = try await open.enter("maya")
            let fresh = try await open.enter("maya", replacing: planted)
            #expect(fresh != planted)
            #expect(try await open.visitor(planted) == nil)
            #expect(try await open.visitor(fresh) == maya)
            #expect(try await open.directory.sessions(of: maya).count == 1)
        }
    }

    @Test("A failed sign-in ends no session and begins none")
    func failure() async throws {
        try await withDirectory { open in
            let maya = try await open.add("maya")
            let secret = try await open.enter("maya")
            #expect(try await open.signIn("maya", "not the password", replacing: secret).outcome == "wrong")
            #expect(try await open.visitor(secret) == maya)
            #expect(try await open.directory.sessions(of: maya).count == 1)
        }
    }

    @Test("Signing out ends this session, on the server too, and no other")
    func signOut() async throws {
        try await withDirectory { open in
            let maya = try await open.add("maya")
            let (here, there) = (try await open.enter("maya"), try await open.enter("maya"))
            try await open.directory.signOut(secret: here)
            #expect(try await open.visitor(here) == nil)
            #expect(try await open.visitor(there) == maya)
        }
    }
}
