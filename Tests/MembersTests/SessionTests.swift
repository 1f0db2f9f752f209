import Storage
import TestSupport
import Testing

@testable import Members

@Suite struct SessionTests {
    @Test("A session ends after 14 days without a visit", arguments: [(13, true), (14, false)])
    func idle(days: Int, isOpen: Bool) async throws {
        try await withDirectory { open in
            let maya = try await open.add("maya")
            let secret = try await open.enter("maya")
            open.clock.advance(days: days)
            #expect((try await open.directory.sessions(of: maya).count == 1) == isOpen)
            #expect((try await open.visitor(secret) == maya) == isOpen)
        }
    }

    @Test("A session ends after 90 days, however often its owner came")
    func absolute() async throws {
        try await withDirectory { open in
            let maya = try await open.add("maya")
            let secret = try await open.enter("maya")
            for day in 1...89 {
                open.clock.advance(days: 1)
                #expect(try await open.visitor(secret) == maya, "day \(day)")
            }
            open.clock.advance(days: 1)
            #expect(try await open.visitor(secret) == nil)
            #expect(try await open.directory.sessions(of: maya).isEmpty)
        }
    }

    @Test("What has ended is forgotten; what is open stays")
    func forgetting() async throws {
        try await withDirectory { open in
            let maya = try await open.add("maya")
            _ = try await open.enter("maya")
            open.clock.advance(days: 10)
            let open2 = try await open.enter("maya")
            open.clock.advance(days: 4)
            try await open.directory.forgetWhatEnded()
            #expect(try await open.rows().count { $0.hasPrefix("session:") } == 1)
            #expect(try await open.visitor(open2) == maya)
        }
    }

    @Test("People see their own sessions, the latest first, and end them; nobody ends another's")
    func listAndEnd() async throws {
        try await withDirectory { open in
            let (maya, callum) = (try await open.add("maya"), try await open.add("callum"))
            let first = try #require(try await open.signIn("maya", device: "Firefox on Linux").secret)
            open.clock.advance(days: 1)
            _ = try await open.signIn("maya", device: "Safari on iPhone")
            _ = try await open.signIn("callum", device: "Chrome on Windows")
            let own = try await open.directory.sessions(of: maya)
            #expect(own.map(\.device) == ["Safari on iPhone", "Firefox on Linux"])
            let old = try #require(own.last)
            try await open.directory.end(old.id, of: callum)
            #expect(try await open.visitor(first) == maya)
            try await open.directory.end(old.id, of: maya)
            #expect(try await open.visitor(first) == nil)
            #expect(try await open.directory.sessions(of: maya).map(\.device) == ["Safari on iPhone"])
        }
    }

    @Test("Invented secrets open nothing", arguments: ["", "0", "' OR 1", String(repeating: "0", count: 52)])
    func invented(secret: String) async throws {
        try await withDirectory { open in
            try await open.add("maya")
            _ = try await open.enter("maya")
            #expect(try await open.visitor(secret) == nil)
        }
    }

    @Test("A session holds roles as they are now, not as they were when it began")
    func roles() async throws {
        try await withDirectory { open in
            try await open.add("ines", roles: [.administrator])
            let maya = try await open.add("maya", roles: [.member, .moderator])
            let secret = try await open.enter("maya")
            try await open.directory.set(roles: [.member], of: maya)
            #expect(try await open.directory.signedIn(secret: secret)?.member.roles == [.member])
        }
    }
}
