import Foundation
import Members
import Questions
import Storage
import Synchronization

/// A desk with many published questions and many that wait, written the way the service itself writes them.
struct BusyDesk {
    let published: Int
    let waiting: Int
    let moderators: Int
    static let experts = 40
    /// Days over which those that wait have come.
    private static let days = 20

    struct Staff: Sendable {
        /// The session cookies of the moderators.
        let sessions: [String]
        let experts: [PersonID]
    }

    /// The questions. Built in memory where there is such a folder: 100,000 transactions wait for no disk there.
    func fill(_ folder: URL, _ corpus: DeskCorpus, experts: [PersonID], chance: inout DeskChance, home: URL)
        async throws
    {
        let memory = URL(filePath: "/dev/shm")
        let hasMemory = FileManager.default.isWritableFile(atPath: memory.path)
        let place = (hasMemory ? memory : folder).appending(path: "riffle-bench-\(getpid())-desk")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        try await write(into: place, corpus, experts, &chance, home)
        try FileManager.default.copyItem(
            at: place.appending(path: "questions.sqlite"), to: folder.appending(path: "questions.sqlite"))
    }

    private func write(
        into place: URL, _ corpus: DeskCorpus, _ experts: [PersonID], _ chance: inout DeskChance, _ home: URL
    ) async throws {
        let calendar = Calendar(start: World.real.now() - Double(Self.days) * 86_400)
        let desk = try Desk(folder: place, world: calendar.world)
        try await Seeds.load(home, into: desk, world: calendar.world, past: false)
        let topics = try await desk.topics()
        for (place, expert) in experts.enumerated() {
            let own = [topics[place % topics.count].slug, topics[(place * 3 + 1) % topics.count].slug]
            try await desk.save(try Expert.Profile(headline: "Of many years", about: "", topics: own), of: expert)
        }
        for day in 0..<Self.days {
            for _ in 0..<(waiting * (day + 1) / Self.days - waiting * day / Self.days) {
                let (topic, text) = corpus.question(&chance)
                let draft = try Question.Draft(topic: topic, text: text, agreed: true, topics: topics)
                _ = try await desk.ask(draft, receipt: Receipt(from: calendar.world))
            }
            _ = try await desk.batch()
            calendar.advance()
        }
        try await handOut(experts, at: desk, corpus, &chance)
        let month = calendar.world.today.month
        let months = [month] + (1..<36).map { (calendar.world.today + -30 * $0).month }
        for number in 0..<published {
            let (topic, text) = corpus.question(&chance)
            try await desk.publish(
                text, topic: topic, answer: try Answer.Draft(corpus.answer(&chance)),
                by: experts[number % experts.count], month: months[number % months.count])
        }
        // As every week: the index in one piece, the pages in the order of their keys, and the log empty.
        _ = try await desk.vacuum()
    }

    /// Of those that wait, 3 in 10 are with experts and 2 in 10 answered.
    private func handOut(_ experts: [PersonID], at desk: Desk, _ corpus: DeskCorpus, _ chance: inout DeskChance)
        async throws
    {
        let moderator: PersonID = World.real.id()
        for (number, question) in try await desk.queue(for: moderator).enumerated() where number % 2 == 0 {
            let expert = experts[number / 2 % experts.count]
            try await desk.assign(question.id, to: expert, version: question.version, by: moderator)
            guard number % 5 < 2 else { continue }
            try await desk.answer(
                question.id, try Answer.Draft(corpus.answer(&chance)), version: question.version + 1, by: expert)
        }
    }

    /// The people, and a session for each moderator.
    func staff(_ directory: Directory) async throws -> Staff {
        let password = try Password("four unrelated quiet words")
        var (sessions, experts): ([String], [PersonID]) = ([], [])
        for number in 0..<Self.experts {
            experts.append(
                try await directory.add(
                    PersonName("Expert \(number)"), email: EmailAddress("expert\(number)@example.org"),
                    roles: [.member, .expert], password: password))
        }
        for number in 0..<moderators {
            let email = try EmailAddress("moderator\(number)@example.org")
            _ = try await directory.add(
                PersonName("Moderator \(number)"), email: email, roles: [.member, .moderator], password: password)
            let outcome = try await directory.signIn(
                email: email.description, password: "four unrelated quiet words", device: "Bench",
                network: "bench \(number)", replacing: nil)
            guard case .welcome(let secret) = outcome else { throw Refused() }
            sessions.append(secret)
        }
        return Staff(sessions: sessions, experts: experts)
    }

    struct Refused: Error {}
}

/// A clock that moves by days when it is told to.
private final class Calendar: Sendable {
    private let now: Mutex<Date>

    init(start: Date) { now = Mutex(start) }

    var world: World { World(now: { self.now.withLock { $0 } }, randomBytes: World.real.randomBytes) }

    func advance() { now.withLock { $0 += 86_400 } }
}
