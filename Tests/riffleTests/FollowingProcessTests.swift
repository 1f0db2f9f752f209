import Foundation
import GRDB
import Opportunities
import Outbound
import Storage
import TestSupport
import Testing

@testable import riffle

/// Two programs as on two servers: what one holds, the other that follows it holds too, whatever happens to either.
struct FollowingProcessTests {
    @Test func `a follower is kept equal through adds, edits, ends, restarts and kills of either`() async throws {
        try await withPair { pair in
            var offers = (0..<40).map { Offer(id: $0) }
            try await pair.offer(offers)
            try await pair.follow()
            #expect(try await pair.first.live().count == 40)
            try await pair.expectEqual("at first")

            offers[3].title = "Walk other dogs (FULL)"
            offers[4].text = "Bring boots. Meet at the gate at nine, on Sundays."
            offers[5].isOver = true
            offers += [Offer(id: 40), Offer(id: 41)]
            try await pair.offer(offers)
            try await pair.follow()
            #expect(try await pair.first.live().count == 41)
            try await pair.expectEqual("after adds, edits and an end")

            try await pair.restart(\.first, by: SIGTERM)
            offers[6].isOver = true
            offers[5].isOver = false
            try await pair.offer(offers)
            try await pair.follow()
            try await pair.expectEqual("after a restart of the first")
            try await pair.restart(\.second, by: SIGTERM)
            try await pair.expectEqual("after a restart of the second")

            // The first is killed while the other wants to follow it, and changes before it is back.
            await pair.first.running.end(SIGKILL)
            offers.append(Offer(id: 42))
            try await pair.offer(offers)
            let refused = try await pair.second.riffle("harvest", "first")
            #expect(refused.code == 1 && refused.errors.contains("127.0.0.1"))
            try await pair.start(\.first)
            try await pair.forgetPauses()
            try await pair.follow()
            try await pair.expectEqual("after the first was killed")

            await pair.second.running.end(SIGKILL)
            offers[7].title = "Walk the last of the dogs"
            try await pair.offer(offers)
            try await pair.start(\.second)
            try await pair.follow()
            try await pair.expectEqual("after the second was killed")
        }
    }

    @Test func `a follower that is killed while it harvests ends, run again, with the same`() async throws {
        try await withPair { pair in
            try await pair.offer((0..<600).map { Offer(id: $0) })
            for _ in 0..<3 {
                try await pair.killWhileFollowing()
                try await pair.forgetPauses()
            }
            try await pair.follow()
            try await pair.expectEqual("after three kills")
            #expect(try await pair.second.live().count == 600)
        }
    }

    @Test func `two that follow each other neither grow nor repeat themselves, and say why`() async throws {
        try await withPair { pair in
            try await pair.offer((0..<12).map { Offer(id: $0) })
            try await pair.follow()
            let back = try await pair.first.riffle(
                "sources", "add", "second", "--format", "rpde", "--title", "The second", "--licence", "CC0",
                "http://127.0.0.1:\(pair.second.port)/api/opportunities/feed")
            #expect(back.code == 0, "\(back.errors)")
            for _ in 0..<3 {
                _ = try await pair.first.riffle("harvest", "second")
                try await pair.follow()
            }
            #expect(try await pair.first.live().count == 12)
            try await pair.expectEqual("after going round")
            let report = try await pair.first.riffle("sources", "report", "second")
            #expect(report.output.contains("is one of our own, which comes back because this source follows us"))
            // Somebody who follows themselves gains nothing either.
            let itself = try await pair.first.riffle(
                "sources", "add", "itself", "--format", "rpde", "--title", "Itself", "--licence", "CC0",
                "http://127.0.0.1:\(pair.first.port)/api/opportunities/feed")
            #expect(itself.code == 0)
            _ = try await pair.first.riffle("harvest", "itself")
            #expect(try await pair.first.live().count == 12)
        }
    }

    private func withPair(_ body: (inout Pair) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            var pair = try await Pair(in: folder)
            do {
                try await body(&pair)
            } catch {
                await pair.end()
                throw error
            }
            await pair.end()
        }
    }
}
