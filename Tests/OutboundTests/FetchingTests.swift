import Foundation
import TestSupport
import Testing

@testable import Outbound

/// Fetches from a server of the test's own, which the production guard would forbid.
func fetch(
    _ server: HostileServer, _ path: String = "/", changing change: (inout Fetch) -> Void = { _ in },
    into receive: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void = { _ in }
) async throws -> Reply {
    var fetch = Fetch(try WebAddress(server.url(path)))
    change(&fetch)
    return try await WayOut(.allowing(loopbackPort: server.port)).fetch(fetch, into: receive)
}

struct FetchingTests {
    @Test func `a document arrives with its headers, and what was sent tells nothing of who asks`() async throws {
        let server = try HostileServer { _, connection in
            connection.reply("200 OK", ["ETag: \"a\"", "Last-Modified: Tue, 15 Sep 2026 12:00:00 GMT"], body: "hello")
        }
        let pile = Pile()
        let reply = try await fetch(server, "/feed?page=2", into: { pile.add($0) })
        #expect(reply.isGood)
        #expect(String(decoding: pile.data, as: UTF8.self) == "hello")
        #expect(reply.headers["etag"] == "\"a\"")
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("GET /feed?page=2 HTTP/1.1\r\n"))
        #expect(!request.lowercased().contains(/\n(cookie|referer|authorization|x-[a-z]+|via|proxy)/))
        #expect(request.contains("User-Agent: Riffle\r\n"))
    }

    @Test func `an unchanged document costs one conditional request and no body`() async throws {
        let server = try HostileServer { request, connection in
            let isKnown =
                request.contains("If-None-Match: \"a\"\r\n") && request.contains("If-Modified-Since: then\r\n")
            connection.reply(isKnown ? "304 Not Modified" : "200 OK", body: isKnown ? "" : "all of it")
        }
        let reply = try await fetch(server) { $0.ifChanged(since: "\"a\"", "then") }
        #expect(reply.isUnchanged)
        #expect(reply.size == 0)
    }

    @Test func `pages of one server travel over one connection`() async throws {
        let server = try HostileServer { _, connection in connection.reply("200 OK", body: "page") }
        let wayOut = WayOut(.allowing(loopbackPort: server.port))
        for page in 1...5 {
            _ = try await wayOut.fetch(Fetch(try WebAddress(server.url("/\(page)")))) { _ in }
        }
        #expect(server.requests.count == 5)
        #expect(server.connections == 1)
    }

    @Test func `what a refusal says is in the reply, and the receiver never sees it`() async throws {
        let server = try HostileServer { _, connection in
            connection.reply("503 Busy", ["Retry-After: 120"], body: String(repeating: "no ", count: 50_000))
        }
        let reply = try await fetch(server, into: { _ in Issue.record("a refusal is no document") })
        #expect(reply.status == 503)
        #expect(reply.headers["Retry-After"] == "120")
        #expect(reply.refusal.count == 64 << 10)
    }

    @Test func `redirects are followed to the document, and a header cannot be smuggled in`() async throws {
        let server = try HostileServer { request, connection in
            if request.hasPrefix("GET /end HTTP") { return connection.reply("200 OK", body: "there") }
            connection.reply("302 Found", ["Location: ../end#part"])
        }
        let reply = try await fetch(server, "/a/b") { $0.headers = [("X-Word", "one\r\nX-Evil: two")] }
        #expect(reply.address.description == server.url("/end"))
        #expect(server.requests.count == 2)
        #expect(server.requests.allSatisfy { !$0.contains("\nX-Evil") })
    }

    @Test func `what is meant for one server is not told to another`() async throws {
        let other = try HostileServer { _, connection in connection.reply("200 OK", body: "there") }
        let (elsewhere, port) = (other.url("/end"), other.port)
        let server = try HostileServer { _, connection in connection.reply("307 Go", ["Location: \(elsewhere)"]) }
        var fetch = Fetch(try WebAddress(server.url()))
        fetch.headers = [("Authorization", "Bearer secret"), ("Cookie", "riffle=secret"), ("Accept", "text/csv")]
        _ = try await WayOut(.anywhere).fetch(fetch) { _ in }
        let request = try #require(other.requests.first)
        #expect(!request.contains("secret"))
        #expect(!request.lowercased().contains("referer"))
        #expect(request.contains("Accept: text/csv"))
        #expect(request.contains("Host: 127.0.0.1:\(port)\r\n"))
    }

    @Test func `a form is sent once, and a redirect after it is opened without it`() async throws {
        let server = try HostileServer { request, connection in
            if request.hasPrefix("POST") { return connection.reply("303 See Other", ["Location: /done"]) }
            connection.reply("200 OK", body: "done")
        }
        _ = try await fetch(server, "/form") { $0.body = Data("a=b".utf8) }
        #expect(server.requests.map { String($0.prefix(9)) } == ["POST /for", "GET /done"])
        #expect(server.requests.first?.hasSuffix("\r\n\r\na=b") == true)
    }

    @Test func `a large document passes in small pieces`() async throws {
        let server = try HostileServer { _, connection in
            let piece = [UInt8](repeating: 120, count: 1 << 20)
            connection.say("HTTP/1.1 200 OK\r\nContent-Length: \(256 << 20)\r\n\r\n")
            for _ in 0..<256 where connection.say(piece) {}
        }
        let reply = try await fetch(server, into: { piece in #expect(piece.count <= 1 << 16) })
        #expect(reply.size == 256 << 20)
    }

    @Test func `what the receiver throws ends the fetch and comes back`() async throws {
        struct Enough: Error {}
        let server = try HostileServer { _, connection in
            connection.say("HTTP/1.1 200 OK\r\n\r\n")
            while connection.say("more and more ") {}
        }
        await #expect(throws: Enough.self) { _ = try await fetch(server, into: { _ in throw Enough() }) }
    }

    @Test func `a cancelled fetch ends although the other side keeps silent`() async throws {
        let (asked, asking) = AsyncStream<Void>.makeStream()
        let server = try HostileServer { _, connection in
            asking.yield()
            connection.waits()
        }
        let task = Task { try await fetch(server) }
        _ = await asked.first { _ in true }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
