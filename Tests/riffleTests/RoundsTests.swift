import ArgumentParser
import Foundation
import Logging
import Members
import Outbound
import Questions
import Storage
import TestSupport
import Testing
import Website

@testable import riffle

/// That the clock does what the rooms can do: each of these was once called by tests alone.
struct RoundsTests {
    @Test func `what an expert lets lie goes back to the queue when a batch comes`() async throws {
        try await withRounds { open in
            let id = try await open.waiting().id
            try await open.desk.assign(id, to: open.person, version: 1, by: open.person)
            await open.pass(days: 30)
            let question = try #require(try await open.desk.question(id, for: open.person))
            #expect(question.step == .received)
        }
    }

    @Test func `a batch brings arrivals to the desk, and between two of them nothing comes`() async throws {
        try await withRounds(.hours([18])) { open in
            _ = try await open.ask()
            await open.pass(hours: 1)
            #expect(try await open.desk.queue(for: open.person).isEmpty)
            await open.pass(hours: 6)
            #expect(try await open.desk.queue(for: open.person).count == 1)
        }
    }

    @Test func `a new day forgets what was declined a month ago, though no batch comes`() async throws {
        try await withRounds(.hours([18])) { open in
            let receipt = try await open.ask()
            _ = try await open.desk.batch()
            let id = try #require(try await open.desk.queue(for: open.person).first).id
            try await open.desk.decline(id, reason: "Not for this desk.", version: 1, by: open.person)
            await open.pass(days: 100, hours: 1)
            #expect(try await open.desk.standing(of: receipt) == nil)
        }
    }

    // Without the limit, mail that nobody sends would be waited for.
    @Test(.timeLimit(.minutes(10)))
    func `mail goes out: what was being sent at a crash as the same, and the notices of the day`()
        async throws
    {
        try await withRounds { open in
            _ = try await open.waiting()
            let email = try EmailAddress("nerys@example.org")
            try await open.rooms.directory.queue(.passwordChanged, to: email)
            let cut = try #require(try await open.rooms.directory.takeMail())
            let (letters, sent) = AsyncStream<Letter>.makeStream()
            let site = try await open.site(Mailer { letter, _, _ in sent.yield(letter) })
            let mail = Task { [rooms = open.rooms] in
                await MailRounds(rooms: rooms, site: site, hour: 7, tick: 1, logger: .silent).run()
            }
            var arrived: [Letter] = []
            for await letter in letters {
                arrived.append(letter)
                if arrived.count == 2 { break }
            }
            mail.cancel()
            #expect(arrived.contains { $0.id == cut.id.description })
            #expect(arrived.contains { $0.subject.hasPrefix("Something waits") })
        }
    }
}

private struct OpenRounds: Sendable {
    let rooms: Rooms
    let clock: TestWorld
    let rounds: Rounds
    /// Expert and moderator.
    let person: PersonID

    var desk: Desk { rooms.desk }

    func ask() async throws -> Receipt {
        let receipt = Receipt(from: clock.world)
        let draft = try Question.Draft(
            topic: "careers", text: "How do I tell my manager?", agreed: true, topics: try await desk.topics())
        _ = try await desk.ask(draft, receipt: receipt)
        return receipt
    }

    /// A question that waits at the desk.
    func waiting() async throws -> Desk.Waiting {
        _ = try await ask()
        _ = try await desk.batch()
        return try #require(try await desk.queue(for: person).first)
    }

    /// Lets time pass between two looks at the clock.
    func pass(days: Int = 0, hours: Int = 0) async {
        let earlier = clock.world.now()
        clock.advance(days: days, hours: hours)
        await rounds.round(after: earlier, until: clock.world.now())
    }

    func site(_ mailer: Mailer) async throws -> Site {
        try await Site(
            directory: rooms.directory, desk: desk, journal: rooms.journal, catalogue: rooms.catalogue,
            world: clock.world, address: #require(URL(string: "http://127.0.0.1")), mailer: mailer,
            publicFolder: Command.root.appending(path: "Public"))
    }
}

private func withRounds(
    _ timetable: Timetable = .every(60), _ body: @Sendable (OpenRounds) async throws -> Void
) async throws {
    try await withTemporaryFolder { folder in
        let clock = TestWorld()
        let options = try SharedOptions.parse(["--data", folder.path, "--home", Command.root.path])
        let rooms = try Rooms(try Settings(options), world: clock.world)
        try await rooms.desk.save(try Topic(name: "Careers", about: "Work and what comes next"))
        let person = try await rooms.directory.add(
            try PersonName("Nerys Calloway"), email: try EmailAddress("nerys@example.org"),
            roles: [.member, .expert, .moderator], password: try Password("four unrelated quiet words"))
        try await rooms.desk.save(
            try Expert.Profile(headline: "Coach", about: "", topics: ["careers"]), of: person)
        let rounds = Rounds(rooms: rooms, timetable: timetable, logger: .silent)
        try await body(OpenRounds(rooms: rooms, clock: clock, rounds: rounds, person: person))
    }
}

extension Logger {
    fileprivate static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}
