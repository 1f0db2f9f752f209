import Foundation
import Logging
import Questions
import ServiceLifecycle
import Testing
import Website

struct StoppingTests {
    @Test(.timeLimit(.minutes(5))) func `who is in the middle of sending when the service stops is still answered`()
        async throws
    {
        try await withSite { test in
            let (ports, running) = AsyncStream<Int>.makeStream()
            let front = test.site.front(host: "127.0.0.1", port: 0, logger: .silent) { running.yield($0) }
            let group = ServiceGroup(services: [front], logger: .silent)
            async let stopped: Void = group.run()
            let port = try #require(await ports.first { _ in true })
            let wire = try Wire(to: try #require(URL(string: "http://127.0.0.1:\(port)")))
            let body = "topic=careers&terms=yes&text=How+do+I+tell+my+manager+that+I+want+to+leave"
            try wire.send(
                "POST /ask HTTP/1.1\r\nHost: riffle\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: \(body.utf8.count)\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"
                    + String(body.prefix(20)))
            await group.triggerGracefulShutdown()
            try wire.send(String(body.dropFirst(20)))
            let reply = try await wire.reply()
            try await stopped
            #expect(reply.status == 200)
            #expect(reply.page.receipt != nil)
            #expect(try await test.queue().count == 1)
        }
    }
}
