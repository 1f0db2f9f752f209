import Foundation

/// Staff and readers, each with a thread and a connection, at the site for so many seconds.
struct Crowd: Sendable {
    let size: DeskLoad.Size
    let staff: BusyDesk.Staff
    let corpus: DeskCorpus
    let topics: [String]

    struct Seen: Sendable {
        var times: [String: [Double]] = [:]
        var accepted = 0
        var refused = 0
    }

    /// Seconds in which nothing is counted: connections are made, statements prepared, pages of the file read.
    private static let warming = 5.0

    func visit(_ site: VisitedSite, _ times: ServerTimes) async throws -> Seen {
        try await site.visit(logger: times.logger) { port in
            let early = try await everybody(port, until: .now + .seconds(Self.warming), seed: 1_000)
            times.forget()
            var seen = try await everybody(port, until: .now + .seconds(size.seconds), seed: 0)
            // Their times are not counted, but what they did stands in the history.
            seen.accepted += early.accepted
            seen.refused += early.refused
            return seen
        }
    }

    private func everybody(_ port: Int, until end: ContinuousClock.Instant, seed: Int) async throws -> Seen {
        try await withThrowingTaskGroup(of: Seen.self) { group in
            for (number, session) in staff.sessions.enumerated() {
                group.addTask { try await inThread { try moderate(port, session, until: end, seed: seed + number) } }
            }
            for number in 0..<size.readers {
                group.addTask { try await inThread { try read(port, until: end, seed: seed + 500 + number) } }
            }
            return try await group.reduce(into: Seen()) { all, one in
                all.accepted += one.accepted
                all.refused += one.refused
                all.times.merge(one.times, uniquingKeysWith: +)
            }
        }
    }

    private func moderate(_ port: Int, _ session: String, until end: ContinuousClock.Instant, seed: Int) throws -> Seen
    {
        let visitor = Visitor(try Connection(port: port, cookie: session), pause: size.pause, seed: seed)
        var moderator = Moderator(visitor, experts: staff.experts, topics: topics)
        while ContinuousClock.now < end { try moderator.handleOne() }
        return Seen(times: moderator.visitor.times, accepted: moderator.accepted, refused: moderator.refused)
    }

    private func read(_ port: Int, until end: ContinuousClock.Instant, seed: Int) throws -> Seen {
        let visitor = Visitor(try Connection(port: port), pause: size.pause, seed: seed)
        var reader = Reader(visitor: visitor, corpus: corpus, topics: topics)
        while ContinuousClock.now < end { try reader.search() }
        return Seen(times: reader.visitor.times)
    }
}
