import Foundation
import LearningSpace
import Members
import Storage
import Synchronization

/// One member's space of many years, written the way the service itself writes it, and the few who read along.
struct FullSpace {
    let size: SpaceLoad.Size

    struct People: Sendable {
        /// The session cookie of whose space it is.
        let session: String
        /// That of the first of the peers.
        let peersSession: String
        let owner: PersonID
        let peers: [PersonID]
    }

    /// What of it a visitor opens.
    struct Places: Sendable {
        let reflections: [String]
        let activities: [String]
        let goals: [String]
        let group: String
        /// What the first of the peers finds on the first page of what is shared with them.
        let shared: [String]
    }

    static let tags = ["leading", "clients", "handover", "teaching", "writing", "ethics", "rare"]

    func people(_ directory: Directory) async throws -> People {
        let password = try Password("four unrelated quiet words")
        var ids: [PersonID] = []
        for number in 0...12 {
            ids.append(
                try await directory.add(
                    PersonName("Member \(number)"), email: EmailAddress("member\(number)@example.org"),
                    roles: [.member], password: password))
        }
        return People(
            session: try await session(of: 0, directory), peersSession: try await session(of: 1, directory),
            owner: ids[0], peers: Array(ids.dropFirst()))
    }

    private func session(of number: Int, _ directory: Directory) async throws -> String {
        let outcome = try await directory.signIn(
            email: "member\(number)@example.org", password: "four unrelated quiet words", device: "Bench",
            network: "bench", replacing: nil)
        guard case .welcome(let secret) = outcome else { throw BusyDesk.Refused() }
        return secret
    }

    /// Built in memory where there is such a folder: tens of thousands of transactions wait for no disk there.
    func fill(_ folder: URL, _ people: People, _ corpus: DeskCorpus, _ chance: inout DeskChance) async throws -> Places
    {
        let memory = URL(filePath: "/dev/shm")
        let hasMemory = FileManager.default.isWritableFile(atPath: memory.path)
        let place = (hasMemory ? memory : folder).appending(path: "riffle-bench-\(getpid())-space")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let places = try await write(into: place, people, corpus, &chance)
        for name in ["learning.sqlite", "learning.sqlite-wal", "evidence"] {
            let file = place.appending(path: name)
            guard FileManager.default.fileExists(atPath: file.path) else { continue }
            try FileManager.default.copyItem(at: file, to: folder.appending(path: name))
        }
        return places
    }

    private func write(
        into place: URL, _ people: People, _ corpus: DeskCorpus, _ chance: inout DeskChance
    ) async throws -> Places {
        let years = 10.0 * 365 * 86_400
        let start = World.real.now() - years
        let clock = Mutex(start)
        let world = World(now: { clock.withLock { $0 } }, randomBytes: World.real.randomBytes)
        let journal = try Journal(folder: place, world: world)
        let group = try await self.group(people, journal, world)
        var reflections: [ID<Reflection>] = []
        for number in 0..<size.reflections {
            clock.withLock { $0 = start + years * Double(number + 1) / Double(size.reflections) }
            let id = try await reflect(people.owner, journal, corpus, &chance, key: world.id())
            reflections.append(id)
            try await share(id, of: people, group, journal, world.today, &chance)
            try await talk(at: id, people, journal, &chance, world)
            if number % 5 == 0 { try await plan(from: id, people.owner, journal, &chance, world) }
            if number % 5 == 1 { try await record(people.owner, journal, corpus, &chance, world) }
            // Spread over all of it.
            if (number + 1) * size.files / size.reflections > number * size.files / size.reflections {
                try await keepFile(at: id, people.owner, journal, &chance, key: world.id())
            }
        }
        let (activities, goals) = (
            try await journal.activities(of: people.owner), try await journal.goals(of: people.owner)
        )
        let shared = try await journal.reflections(sharedWith: people.peers[0]).shared
        return Places(
            reflections: reflections.map(\.description), activities: activities.map(\.id.description),
            goals: goals.map(\.id.description), group: group.description, shared: shared.map(\.id.description))
    }

    private func group(_ people: People, _ journal: Journal, _ world: World) async throws -> ID<Group> {
        let begun = try await journal.begin(
            try Group.Draft(name: "Tuesday set", about: ""), by: people.owner, key: world.id())
        guard let group = begun else { throw BusyDesk.Refused() }
        for peer in people.peers.prefix(6) {
            _ = try await journal.invite(peer, to: group, by: people.owner)
            _ = try await journal.join(group, by: peer)
        }
        return group
    }

    private func reflect(
        _ owner: PersonID, _ journal: Journal, _ corpus: DeskCorpus, _ chance: inout DeskChance, key: SendingKey
    ) async throws -> ID<Reflection> {
        let title = String(corpus.question(&chance).text.prefix(60))
        let words = [
            "learn": corpus.answer(&chance), "reflect": corpus.answer(&chance), "assess": corpus.question(&chance).text,
            "plan": corpus.question(&chance).text,
        ]
        let tags = Self.tags.filter { _ in chance.happens(0.3) }
        let draft = try Reflection.Draft(title: title, words: words, tags: tags.joined(separator: ","))
        guard case .saved(let saved) = try await journal.begin(draft, by: owner, key: key) else {
            throw BusyDesk.Refused()
        }
        return saved.id
    }

    /// One in ten is shared; what was shared long ago is over by now.
    private func share(
        _ id: ID<Reflection>, of people: People, _ group: ID<Group>, _ journal: Journal, _ today: Day,
        _ chance: inout DeskChance
    ) async throws {
        guard chance.happens(0.1), let peer = chance.pick(people.peers) else { return }
        let audience =
            chance.pick([LearningSpace.Share.Audience.everyMember, .member(peer), .group(group)]) ?? .everyMember
        let draft = try LearningSpace.Share.Draft(
            ["learn", "plan"], with: [audience], by: people.owner, until: today + 700, today: today)
        _ = try await journal.share(id, draft, by: people.owner)
    }

    /// Said by whoever can read it: most say nothing.
    private func talk(
        at id: ID<Reflection>, _ people: People, _ journal: Journal, _ chance: inout DeskChance, _ world: World
    ) async throws {
        for peer in people.peers where chance.happens(0.2) {
            _ = try await journal.comment(
                try Comment.Draft(body: "What would you do now?", isForReaders: true), on: id, at: .stage("plan"),
                by: peer, key: world.id())
        }
    }

    private func plan(
        from id: ID<Reflection>, _ owner: PersonID, _ journal: Journal, _ chance: inout DeskChance, _ world: World
    ) async throws {
        let today = world.today
        let draft = try Goal.Draft(title: "Ask two people what they noticed", due: "\(today + 30)", today: today)
        let goal = try await journal.keep(draft, from: id, by: owner, key: world.id())
        guard let goal, chance.happens(0.8) else { return }
        let verdict = chance.pick(["done", "done", "let go", "not yet"]) ?? "done"
        let said = try CheckIn.Draft(verdict: verdict, words: "They saw more.", due: "\(today + 60)", today: today)
        _ = try await journal.add(said, to: goal, by: owner, key: world.id())
        if chance.happens(0.2) { _ = try await journal.beginCycle(after: goal, by: owner, key: world.id()) }
    }

    private func record(
        _ owner: PersonID, _ journal: Journal, _ corpus: DeskCorpus, _ chance: inout DeskChance, _ world: World
    ) async throws {
        let kind = chance.pick(Activity.Kind.allCases) ?? .course
        let typed = [
            "title": String(corpus.question(&chance).text.prefix(60)), "kind": kind.rawValue,
            "first": "\(world.today)", "amount": "2", "unit": "hours", "about": corpus.question(&chance).text,
        ]
        _ = try await journal.record(
            try Activity.Draft(typed, responsibilities: []), by: owner, key: world.id())
    }
}
