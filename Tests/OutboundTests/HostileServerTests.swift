import Foundation
import TestSupport
import Testing

@testable import Outbound

/// What a server can do to who fetches from it, and how that ends.
struct HostileServerTests {
    private func failure(
        _ server: HostileServer, _ path: String = "/", changing change: (inout Fetch) -> Void = { _ in }
    ) async throws -> FetchFailure? {
        do {
            _ = try await fetch(server, path, changing: change)
            return nil
        } catch let failure as FetchFailure {
            return failure
        }
    }

    @Test func `one that never answers is given up when the time is over`() async throws {
        let server = try HostileServer { _, connection in connection.waits() }
        #expect(try await failure(server) { $0.limits.seconds = 0.3 } == .tooLong(seconds: 0.3))
    }

    @Test func `one that sends a byte a second is given up as too slow`() async throws {
        let server = try HostileServer { _, connection in
            connection.say("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while !connection.waits(milliseconds: 1_000), connection.say("x") {}
        }
        let found = try await failure(server) { $0.limits.slowSeconds = 1 }
        #expect(found == .tooSlow(host: "127.0.0.1"))
    }

    @Test func `redirects without end end after five`() async throws {
        let server = try HostileServer { request, connection in
            connection.reply("302 Found", ["Location: /\(request.count)"])
        }
        #expect(try await failure(server) == .tooManyRedirects(5))
        #expect(server.requests.count == 6)
    }

    @Test(arguments: [
        "http://127.0.0.1:1/", "http://[::ffff:127.0.0.1]:PORT/", "http://[::1]:1/", "http://localhost:1/",
        "http://0.0.0.0:PORT/", "http://2130706433:1/", "http://127.1:1/", "http://0x7f.1:1/", "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data", "//[::ffff:7f00:1]:PORT/", "https://192.168.0.1/",
    ])
    func `a redirect to this machine or its neighbours is refused at the door`(target: String) async throws {
        let server = try HostileServer { request, connection in
            let port = request.firstMatch(of: /:(\d+)\r\n/).map { String($0.1) } ?? "1"
            connection.reply("302 Found", ["Location: " + target.replacing("PORT", with: port)])
        }
        let found = try await failure(server)
        guard case .forbidden = found else {
            Issue.record("\(target): \(String(describing: found))")
            return
        }
        #expect(server.connections == 1)
    }

    @Test(arguments: [
        "file:///etc/passwd", "ftp://example.org/", "gopher://127.0.0.1/x", "http://name:word@example.org/",
        "javascript:alert(1)", "http://", "dict://127.0.0.1:11211/stats", String(repeating: "a", count: 9_000),
    ])
    func `a redirect to anything but a web page is refused`(target: String) async throws {
        let server = try HostileServer { _, connection in connection.reply("302 Found", ["Location: \(target)"]) }
        #expect(try await failure(server) == .notWeb(target))
    }

    @Test func `nothing on this machine is fetched from without an allowance`() async throws {
        let server = try HostileServer { _, connection in connection.reply("200 OK") }
        await #expect(throws: FetchFailure.forbidden(host: "127.0.0.1")) {
            try await WayOut().fetch(Fetch(try WebAddress(server.url()))) { _ in }
        }
        await #expect(throws: FetchFailure.forbidden(host: "localhost")) {
            try await WayOut().fetch(Fetch(try WebAddress("http://localhost:\(server.port)/"))) { _ in }
        }
        #expect(server.connections == 0)
    }

    @Test func `a gzip bomb is stopped at the size after unpacking`() async throws {
        let server = try HostileServer { _, connection in
            connection.say("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n")
            var bomb = GzipBomb()
            connection.say(bomb.start())
            while connection.say(bomb.next()) {}
        }
        let found = try await failure(server) {
            $0.limits.unpacked = 10 << 20
            $0.limits.received = 1 << 20
        }
        #expect(found == .tooLarge(bytes: 10 << 20))
    }

    @Test func `a body without end is stopped at the size as it travels`() async throws {
        let server = try HostileServer { _, connection in
            connection.say("HTTP/1.1 200 OK\r\n\r\n")
            while connection.say([UInt8](repeating: 0, count: 65_536)) {}
        }
        #expect(try await failure(server) { $0.limits.received = 5 << 20 } == .tooLarge(bytes: 5 << 20))
    }

    @Test func `a size that is announced too large is not even begun`() async throws {
        let server = try HostileServer { _, connection in
            connection.say("HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n")
            connection.waits()
        }
        #expect(try await failure(server) { $0.limits.received = 1 << 30 } == .tooLarge(bytes: 1 << 30))
    }

    @Test func `headers without end are stopped`() async throws {
        let server = try HostileServer { _, connection in
            connection.say("HTTP/1.1 200 OK\r\n")
            while connection.say("X-Filler: \(String(repeating: "y", count: 8_000))\r\n") {}
        }
        #expect(try await failure(server) == .tooLarge(bytes: 256 << 10))
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nnot a hundred", "",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nnot a hundred",
    ])
    func `a body shorter than was announced is no whole document`(said: String) async throws {
        let server = try HostileServer { _, connection in connection.say(said) }
        #expect(try await failure(server) == .cutShort(host: "127.0.0.1"))
    }

    @Test(arguments: [
        "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot a zip",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ])
    func `what is no answer is no document`(said: String) async throws {
        let server = try HostileServer { _, connection in connection.say(said) }
        #expect(try await failure(server) != nil)
    }

    @Test func `a server whose certificate nobody vouches for is told nothing`() async throws {
        try await withSelfSignedServer { port in
            let fetch = Fetch(try WebAddress("https://127.0.0.1:\(port)/"))
            await #expect(throws: FetchFailure.untrusted(host: "127.0.0.1")) {
                try await WayOut(.allowing(loopbackPort: port)).fetch(fetch) { _ in }
            }
        }
    }
}
