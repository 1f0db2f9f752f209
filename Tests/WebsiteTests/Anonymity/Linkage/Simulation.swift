import Foundation
import Logging
import Measuring
import Members
import Questions
import Storage
import TestSupport
import Testing
import Website

@testable import Questions

/// Months of a community's life, played through real HTTP with a clock that is moved; then what is left of them.
struct Simulation {
    let evidence: Evidence
    /// Who asked each of the evidence's questions.
    let truth: [Int]

    init(_ community: Community, leaking leak: Leak? = nil, in keep: URL) async throws {
        let (results, pipe) = AsyncStream<(Evidence, [Data: Int])>.makeStream()
        let clock = TestWorld()
        let world = clock.world
        let log = RecordedLog<Evidence.Line> { event, all in
            Evidence.Line(time: world.now(), text: "\(event.message) \(all)")
        }
        try await withSite(world: clock, logger: log.logger) { test in
            let play = try await Play(community, test, leak, keep)
            try await play.run()
            pipe.yield((try play.evidence(log: log.lines), play.askers))
        }
        pipe.finish()
        let (evidence, askers) = try #require(await results.first { _ in true })
        self.evidence = evidence
        truth = try evidence.targets.map { try #require(askers[$0.receipt]) }
    }

    func verdict(of attacks: [any Attack]) throws -> Comparison {
        let baseline = try Verdict(evidence, by: []).isRight(truth)
        return Comparison(try Verdict(evidence, by: attacks).isRight(truth), beside: baseline)
    }
}

/// Plays a community's visits in order of time, and the desk's day in between.
private final class Play {
    private let community: Community
    private let test: TestSite
    private let keep: URL
    private let planted: PlantedLeak?
    private var people: [Participant] = []
    private var topics: [Topic] = []
    private var words = Chance(seed: 5)
    private var snapshots: [URL] = []
    /// By the hash of the receipt.
    private(set) var askers: [Data: Int] = [:]

    private struct Participant {
        let id: PersonID
        let name: String
        let email: String
        let network: String
        let browser: Browser
        let client: AskingClient
        var purse: [Token] = []
        var week: Week?
    }

    init(_ community: Community, _ test: TestSite, _ leak: Leak?, _ keep: URL) async throws {
        (self.community, self.test, self.keep) = (community, test, keep)
        planted = try leak.map { try PlantedLeak($0, in: test.folder) }
        var settings = try await test.site.directory.settings()
        settings.whoMayAsk = .members
        try await test.site.directory.save(settings)
        for name in ["Market research", "Accountancy", "Leadership", "Psychometrics", "Development"] {
            try await test.site.desk.save(try Topic(name: name, about: "Another specialty"))
        }
        topics = try await test.site.desk.topics()
        for number in 0..<Community.size {
            let (name, email) = ("Member \(number)", "member.\(number)@example.org")
            let id = try await test.site.directory.add(
                try PersonName(name), email: try EmailAddress(email), roles: [.member],
                password: try Password("four unrelated quiet words"))
            people.append(
                Participant(
                    id: id, name: name, email: email, network: "192.0.2.\(number)", browser: test.browser(),
                    client: AskingClient(at: test, seed: 1_000 + UInt64(number))))
        }
    }

    func run() async throws {
        var visits = community.visits[...]
        for day in 0..<community.days + 4 {
            let today = community.firstDay + day
            try await begin(today)
            let batch = today.start + 18 * 3_600
            // The desk works in the evening; what came before is in its queue.
            while let visit = visits.first, visit.begins < batch { try await play(visits.removeFirst()) }
            test.world.move(to: batch)
            try await test.batch()
            try await work()
            while let visit = visits.first, visit.begins < (today + 1).start { try await play(visits.removeFirst()) }
        }
        try keepFiles(as: "end")
    }

    /// What the rounds do, and the backup of each month.
    private func begin(_ today: Day) async throws {
        test.world.move(to: today.start + 1_800)
        try await test.layOutKey()
        try await test.site.directory.forgetWhatEnded()
        try await test.site.desk.forget()
        try await test.site.desk.forgetEpochs()
        if today.number % 7 == 0 { _ = try await test.site.desk.vacuum() }
        if today == today.month.firstDay { try keepFiles(as: today.description) }
    }

    private func keepFiles(as name: String) throws {
        let folder = keep.appending(path: "\(snapshots.count) \(name)")
        let raw = folder.appending(path: "raw")
        try FileManager.default.createDirectory(at: raw, withIntermediateDirectories: true)
        for file in try FileManager.default.contentsOfDirectory(at: test.folder, includingPropertiesForKeys: nil)
        where !file.lastPathComponent.hasSuffix("-shm") {
            for copy in [folder, raw] {
                try FileManager.default.copyItem(at: file, to: copy.appending(path: file.lastPathComponent))
            }
        }
        snapshots.append(folder)
    }

    private func play(_ visit: Community.Visit) async throws {
        test.world.move(to: visit.begins)
        try planted?.visited(people[visit.member].id, at: visit.begins)
        try await look(visit.member)
        for seconds in visit.asks {
            let time = visit.begins + seconds
            test.world.move(to: time)
            try await ask(visit.member, at: time)
        }
    }

    /// The first page of a visit; now and then something is written into one's own space.
    private func look(_ member: Int) async throws {
        let browser = people[member].browser
        if try await browser.request("GET", "/account/tokens").status != 200 {
            try await browser.open("/sign-in")
            browser.fill("email", people[member].email)
            browser.fill("password", "four unrelated quiet words")
            try await browser.press("Sign in")
        }
        let week = Week(containing: test.world.world.today)
        if people[member].week != week {
            people[member].week = week
            people[member].purse += try await people[member].client.draw(Community.tokensAWeek, in: browser)
        }
        if Int.random(in: 0..<10, using: &words) == 0 {
            try await browser.open("/space/reflections/new")
            browser.fill("title", words.words(4))
            browser.fill("learn", words.words(Int.random(in: 20...60, using: &words)))
            try await browser.press("Save")
        }
    }

    private func ask(_ member: Int, at time: Date) async throws {
        let epoch = Epoch(containing: test.world.world.today)
        people[member].purse.removeAll { !$0.epoch.isSpendable(in: epoch) }
        guard !people[member].purse.isEmpty else { return }
        let token = people[member].purse.removeFirst()
        let text = words.words(Int.random(in: 8...250, using: &words))
        let topic = try #require(topics.randomElement(using: &words)).slug
        let receipt = try await people[member].client.ask(text, topic: topic, spending: token, in: test.browser())
        askers[receipt.hash] = member
        let asker = PlantedLeak.Asker(
            id: people[member].id, email: people[member].email, network: people[member].network)
        try planted?.asked(receipt: receipt.hash, text: text, topic: topic, by: asker, at: time)
    }

    /// Everything that waits is assigned, answered and approved within the hour: the quickest desk hides least.
    private func work() async throws {
        let (expert, moderator) = (test.cast.expert.id, test.cast.moderator.id)
        for waiting in try await test.site.desk.queue(for: moderator) where waiting.step == .received {
            try await test.site.desk.assign(waiting.id, to: expert, version: 1, by: moderator)
            try await test.site.desk.answer(
                waiting.id, try Answer.Draft("Here is what I would do."), version: 2, by: expert)
            try await test.site.desk.release(waiting.id, version: 3, by: moderator)
        }
    }

    func evidence(log: [Evidence.Line]) throws -> Evidence {
        let visits = Dictionary(grouping: community.visits, by: \.member)
        return try Evidence(
            suspects: people.enumerated().map { index, person in
                Evidence.Suspect(
                    id: Data(person.id.bytes), name: person.name, email: person.email, network: person.network,
                    visits: (visits[index] ?? []).map(\.begins))
            },
            snapshots: snapshots, log: log + (planted?.lines ?? []), metrics: planted?.samples ?? [],
            period: community.firstDay.start...(community.firstDay + community.days + 10).start)
    }
}
