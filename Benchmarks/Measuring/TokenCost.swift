package import Foundation
import Questions
package import Storage

/// What the right to ask costs the server, in milliseconds.
package struct TokenCost: Encodable, Sendable {
    package struct Times: Encodable, Sendable {
        package let p50: Double
        package let p99: Double

        init(_ all: [Double]) {
            let sorted = all.sorted()
            p50 = sorted[sorted.count / 2]
            p99 = sorted[min(sorted.count * 99 / 100, sorted.count - 1)]
        }
    }

    /// One blind signature.
    package let signing: Times
    /// The check of a token and the transaction that takes the question in.
    package let asking: Times
    /// The same transaction where anyone may ask.
    package let plain: Times

    /// - Parameter folder: for a desk of its own.
    package init(of count: Int, folder: URL, world: World) async throws {
        let desk = try Desk(folder: folder, world: world)
        try await desk.save(try Topic(name: "Careers", about: "Work and what comes next"))
        let topics = try await desk.topics()
        let key = try await desk.tokenKey()
        func draft(_ number: Int) throws -> Question.Draft {
            try Question.Draft(
                topic: "careers", text: "May I leave before the year is over? (\(number))", agreed: true, topics: topics
            )
        }

        var (signing, asking, plain): ([Double], [Double], [Double]) = ([], [], [])
        for number in 0..<count {
            let drawing = try key.begin(from: world)
            let signed = try await Self.time(&signing) { try await desk.sign([drawing.blinded]) }
            let token = try drawing.token(signed: signed[0])
            let (spent, free) = (try draft(number), try draft(number + count))
            _ = try await Self.time(&asking) {
                try await desk.ask(spent, receipt: Receipt(from: world), spending: token)
            }
            _ = try await Self.time(&plain) { try await desk.ask(free, receipt: Receipt(from: world)) }
        }
        (self.signing, self.asking, self.plain) = (Times(signing), Times(asking), Times(plain))
    }

    private static func time<Result>(
        _ times: inout [Double], _ work: () async throws -> Result
    ) async throws -> Result {
        let clock = ContinuousClock()
        let start = clock.now
        let result = try await work()
        times.append((clock.now - start) / .milliseconds(1))
        return result
    }
}
