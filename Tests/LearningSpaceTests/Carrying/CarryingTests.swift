import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import LearningSpace

@Suite struct CarryingTests {
    @Test("Exported, taken in elsewhere and exported again, a space gives the same bytes")
    func roundTrip() async throws {
        try await withJournal { open in
            try await open.fill()
            let file = try await open.journal.space(of: open.owner)
            let json = try file.json()
            try await withJournal { elsewhere in
                let done = try await elsewhere.journal.add(try SpaceFile(json: json), to: elsewhere.owner)
                #expect(done == Imported(added: file.count, alreadyHere: 0, refused: []))
                #expect(try await elsewhere.journal.space(of: elsewhere.owner).json() == json)
                let again = try await elsewhere.journal.add(try SpaceFile(json: json), to: elsewhere.owner)
                #expect(again == Imported(added: 0, alreadyHere: file.count, refused: []))
                #expect(try await elsewhere.journal.space(of: elsewhere.owner).json() == json)
                let found = try await elsewhere.journal.reflections(of: elsewhere.owner, matching: "queues").found
                #expect(!found.isEmpty, "what is taken in is found")
                #expect(
                    Chain.chains(of: try await elsewhere.journal.goals(of: elsewhere.owner)).map(\.title)
                        == Chain.chains(of: try await open.journal.goals(of: open.owner)).map(\.title))
            }
        }
    }

    @Test("Nothing of anybody else is in the file: no comment, shown or between two, no name, no id")
    func nobodyElse() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            try await open.share(reflection, with: [.everyMember, .member(open.peer)])
            _ = try await open.say("marker-between", on: reflection, by: open.peer, isShown: false)
            let said = try await open.say("marker-shown", on: reflection, by: open.peer, mayName: true)
            let draft = try Goal.Draft(title: "Ask", due: open.today.description, today: open.today)
            _ = try await open.journal.keep(
                draft, from: reflection.id, takingUp: said, by: open.owner, key: open.key())
            let file = try await open.journal.space(of: open.owner)
            let text = String(decoding: try file.json(), as: UTF8.self) + file.markdown
            for marker in [
                "marker", open.peer.description, open.owner.description, reflection.id.description, "every member",
            ] { #expect(!text.contains(marker), "\(marker)") }
            #expect(text.contains("I chaired the meeting."))
            #expect(try await open.journal.space(of: open.peer).count == 0)
        }
    }

    @Test("What cannot be kept is said, and what was good is kept")
    func halfGood() async throws {
        try await withJournal { open in
            try await open.fill(count: 2)
            let json = String(decoding: try await open.journal.space(of: open.owner).json(), as: UTF8.self)
            for (from, to, refused) in [
                ("\"model\" : \"cycle\"", "\"model\" : \"x\"", "has a model, a time or a length"),
                (
                    "\"made\" : \"2026-09-15\"", "\"made\" : \"2099-09-15\"",
                    "has a day, a state or a length that cannot be"
                ),
                ("\"state\" : \"open\"", "\"state\" : \"shut\"", "has a day, a state"),
                ("\"kind\" : \"course\"", "\"kind\" : \"rest\"", "Choose what kind of activity it was."),
                ("\"begun\" : \"2026", "\"begun\" : \"26", "has a model, a time"),
                ("\"number\" : 1,", "\"number\" : \"one\",", "One item could not be read."),
            ] {
                let broken = try #require(
                    json.range(of: from).map { json.replacingCharacters(in: $0, with: to) }, "\(from)")
                try await withJournal { elsewhere in
                    let done = try await elsewhere.journal.add(
                        try SpaceFile(json: Data(broken.utf8)), to: elsewhere.owner)
                    #expect(done.refused.count >= 1 && done.refused.contains { $0.contains(refused) }, "\(done)")
                    #expect(done.added > 0)
                }
            }
        }
    }

    @Test(
        "A file that is none is refused with a sentence",
        arguments: ["", "{}", "[]", "null", "{\"format\": \"riffle space 2\"}", "{\"format\": 1}", "\u{0}\u{1}"])
    func noSpace(text: String) {
        #expect(throws: Invalid("file", "Choose a file that was exported from a learning space: this is none.")) {
            try SpaceFile(json: Data(text.utf8))
        }
    }

    @Test("A file that says two things led to one another is read and drawn")
    func circle() async throws {
        try await withJournal { open in
            let goal = { (title: String, from: Int, ledTo: Int) in
                SpaceFile.GoalItem(
                    title: title, made: "2026-01-01", due: "2026-02-01", state: "open", closed: nil, checkIns: [],
                    from: from, ledTo: [ledTo])
            }
            try await open.fill(count: 2)
            var file = try await open.journal.space(of: open.owner)
            (file.goals, file.activities) = ([goal("One", 1, 2), goal("Two", 2, 1), goal("Three", 99, -1)], [])
            try await withJournal { elsewhere in
                let done = try await elsewhere.journal.add(file, to: elsewhere.owner)
                #expect(done.refused.isEmpty)
                let goals = try await elsewhere.journal.goals(of: elsewhere.owner)
                #expect(Chain.chains(of: goals).flatMap(\.goals).count == 3)
            }
        }
    }

    @Test("A leaver's words, files' words and links are in no file of the room once its log is written back")
    func erased() async throws {
        try await withJournal { open in
            try await open.fill(count: 3)
            try await open.journal.erase(everythingOf: open.owner)
            #expect(try await open.journal.space(of: open.owner).count == 0)
            try await open.journal.database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            for name in try FileManager.default.contentsOfDirectory(atPath: open.folder.path)
            where name.hasPrefix("learning") {
                let data = try Data(contentsOf: open.folder.appending(path: name))
                for marker in ["queue", "Brinkworth", "Wickham"] {
                    #expect(data.range(of: Data(marker.utf8)) == nil, "\(marker) in \(name)")
                }
                #expect(data.range(of: Data(open.owner.bytes)) == nil, "the leaver's id in \(name)")
            }
        }
    }
}

extension SpaceFile {
    var count: Int { reflections.count + goals.count + activities.count + files.count }
}

extension OpenJournal {
    /// A space with every kind of item, in every model, some of them twins.
    func fill(count: Int = 12) async throws {
        try await journal.set(try .init("Ethics at Brinkworth\nTeaching"), of: owner)
        let own = try await journal.responsibilities(of: owner).map(\.id)
        let statement = try Statement(Data("Course name,Date completed\nQueues at Acme,2026-02-28\n".utf8))
        try await journal.bring(statement, by: owner)
        let reading = Statement.Reading(
            columns: statement.guess.columns, kind: .course, unit: .hours, statedBy: "Acme & Sons")
        _ = try await journal.read(reading, by: owner)
        _ = try await journal.takeIn(by: owner)
        for number in 0..<count {
            if number % 3 == 0 { clock.advance(minutes: 90) }
            let model = ReflectionModel.all[number % ReflectionModel.all.count]
            let words = Dictionary(
                uniqueKeysWithValues: model.stages.map { ($0.name, "queue \(number / 2)\n\t\"ö\" 🐟") })
            let draft = try Reflection.Draft(
                title: "On queue \(number / 2)", words: words, tags: "b, a\(number)", model: model)
            let origin = number == 1 ? Reflection.Origin(title: "Wickham", path: "/opportunities/x") : nil
            let begun = try await journal.begin(draft, by: owner, key: key(), origin: origin)
            let id = try #require(begun.saved).id
            let changed = try Reflection.Draft(title: "Queue \(number)", words: [:], tags: "a", model: model)
            if number % 4 == 1 { _ = try await journal.save(changed, of: id, by: owner, over: 1) }
            if number % 2 == 0 {
                for note in ["Later, Wickham.", "Sooner."] {
                    _ = try await journal.add(try .init(note), to: id, by: owner, key: key())
                }
            }
            let goal = try await keep("Ask Brinkworth \(number / 2)", from: number % 5 == 4 ? nil : id)
            if number % 3 == 1 { #expect(try await answer(goal, "not yet", "Wickham was away.", days: 9)) }
            if number % 3 != 0 {
                #expect(try await answer(goal, number % 2 == 0 ? "done" : "let go", "Done, in the queue."))
            }
            if number % 3 == 2 { _ = try await journal.beginCycle(after: goal, by: owner, key: key()) }
            let typed = ActivityTests.typed.merging(["title": "Queue \(number / 2)"], uniquingKeysWith: { $1 })
            let activity = try await journal.record(
                try Activity.Draft(typed, responsibilities: number % 2 == 0 ? own : []), by: owner, key: key())
            if number % 4 == 0 { _ = try await journal.beginReflection(on: activity, by: owner, key: key()) }
        }
    }
}
