import Foundation
import LearningSpace
import Members
import Questions
import Storage

/// The people of the demo, with what they wrote.
struct DemoCast {
    let rooms: Rooms
    private let people: [String: PersonID]
    /// One line a person: roles, e-mail, password, with tabs between.
    let signIns: String

    /// Adds everybody with a random password. The hashes are made two at a time, as the directory allows.
    init(_ cast: [SeedPerson], _ rooms: Rooms) async throws {
        self.rooms = rooms
        let added = try await withThrowingTaskGroup(of: (Int, PersonID, String).self) { group in
            for (place, person) in cast.enumerated() {
                group.addTask {
                    let (id, line) = try await Self.add(person, to: rooms)
                    return (place, id, line)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }
        }
        people = Dictionary(uniqueKeysWithValues: added.map { (cast[$0.0].key, $0.1) })
        signIns = added.map(\.2).joined()
    }

    private static func add(_ person: SeedPerson, to rooms: Rooms) async throws -> (PersonID, line: String) {
        let password = Password.generated(from: rooms.world.randomBytes)
        let id = try await rooms.directory.add(
            try PersonName(person.name), email: try EmailAddress(person.email),
            roles: Set(person.roles.compactMap(Role.init)), password: password)
        if let topics = person.topics {
            let profile = try Expert.Profile(headline: person.headline ?? "", about: person.about ?? "", topics: topics)
            try await rooms.desk.save(profile, of: id)
        }
        return (id, "\(person.roles.joined(separator: ","))\t\(person.email)\t\(password.plain)\n")
    }

    func publish(_ questions: [SeedQuestion]) async throws {
        let topics = try await rooms.desk.topics()
        for question in questions {
            if let answer = question.answer, let month = question.month.flatMap({ Day("\($0)-01")?.month }) {
                let typed = Answer.Typed(
                    text: answer.text, sources: (answer.sources ?? []).joined(separator: "\n"),
                    reviewBy: answer.reviewBy ?? "")
                // As if it had been written in its month, so that one can be overdue by now.
                try await rooms.desk.publish(
                    question.text, topic: question.topic, answer: try Answer.Draft(typed, today: month.firstDay),
                    by: try person(answer.expert), month: month)
            } else {
                let draft = try Question.Draft(
                    topic: question.topic, text: question.text, agreed: true, topics: topics)
                _ = try await rooms.desk.ask(draft, receipt: Receipt(from: rooms.world))
            }
        }
        _ = try await rooms.desk.batch()
    }

    func reflect(_ reflections: [SeedReflection]) async throws {
        for reflection in reflections {
            let owner = try person(reflection.owner)
            let journal = try journal(daysAgo: reflection.daysAgo)
            let draft = try Reflection.Draft(title: reflection.title, words: reflection.words)
            guard case .saved(let saved) = try await journal.begin(draft, by: owner, key: rooms.world.id()) else {
                continue
            }
            if !reflection.shared.isEmpty {
                let audiences = try reflection.shared.map { name -> Share.Audience in
                    name == "every member" ? .everyMember : .member(try person(name))
                }
                let day = rooms.world.today + -reflection.daysAgo
                _ = try await journal.share(
                    saved.id,
                    try Share.Draft(
                        saved.stages.map(\.asks.name), with: audiences, by: owner, today: day), by: owner)
            }
            try await say(reflection.comments, on: saved.id, of: owner, replyingTo: nil)
            try await keep(reflection.goals ?? [], from: saved.id, by: owner)
        }
    }

    private func keep(_ goals: [SeedReflection.Goal], from reflection: ID<Reflection>, by owner: PersonID) async throws
    {
        let today = rooms.world.today
        for goal in goals {
            let draft = try Goal.Draft(
                title: goal.title, due: (today + goal.dueInDays).description, today: today + -goal.daysAgo)
            let kept = try await journal(daysAgo: goal.daysAgo).keep(
                draft, from: reflection, by: owner, key: rooms.world.id())
            guard let kept, let answer = goal.answer else { continue }
            let said = try CheckIn.Draft(verdict: answer.verdict, words: answer.words, due: "", today: today)
            _ = try await journal(daysAgo: answer.daysAgo).add(said, to: kept, by: owner, key: rooms.world.id())
        }
    }

    private func say(
        _ comments: [SeedReflection.Comment], on reflection: ID<Reflection>, of owner: PersonID,
        replyingTo parent: ID<Comment>?
    ) async throws {
        for comment in comments {
            let author = try person(comment.author)
            let journal = try journal(daysAgo: comment.daysAgo)
            let place = parent.map(Comment.Place.reply(to:)) ?? comment.stage.map(Comment.Place.stage) ?? .reflection
            let said = try await journal.comment(
                try Comment.Draft(
                    body: comment.body, kind: comment.kind.flatMap(Comment.Kind.init),
                    isForReaders: comment.shown == true, mayName: true),
                on: reflection, at: place, by: author, key: rooms.world.id())
            guard let said else { continue }
            if comment.shown == true { _ = try await journal.show(said, true, by: owner) }
            try await say(comment.replies, on: reflection, of: owner, replyingTo: said)
            if comment.removed == true { _ = try await journal.remove(said, by: author) }
        }
    }

    /// The journal as it was some days ago, so that the demo has a past.
    private func journal(daysAgo: Int) throws -> Journal {
        let (world, seconds) = (rooms.world, Double(daysAgo) * 86_400)
        return try Journal(
            folder: rooms.settings.data,
            world: World(now: { world.now() - seconds }, randomBytes: world.randomBytes))
    }

    func person(_ key: String) throws -> PersonID {
        guard let id = people[key] else { throw Failure("seed-data names \(key), who is not in the cast.") }
        return id
    }
}
