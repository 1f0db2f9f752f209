import Foundation
import Storage
import TestSupport
import Testing

@testable import LearningSpace

@Suite struct EvidencePlacesTests {
    @Test("A file stands at an activity, a stage and a goal, and stays when they go")
    func places() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            let activity = try await open.journal.record(
                try Activity.Draft(ActivityTests.typed, responsibilities: []), by: open.owner, key: open.key())
            let draft = try Goal.Draft(title: "Ask", due: open.today.description, today: open.today)
            let goal = try #require(try await open.journal.keep(draft, by: open.owner, key: open.key()))
            let places: [Evidence.Place] = [.activity(activity), .stage("plan", of: reflection.id), .goal(goal)]
            let id = try #require(try await open.send([65], at: places[0]))
            for place in places + places { #expect(try await open.journal.put(id, at: place, by: open.owner)) }
            #expect(try await open.journal.files(of: open.owner).files.first?.places.map(\.place) == places)
            #expect(try await open.journal.files(at: places[2], of: open.owner).map(\.id) == [id])
            #expect(try await open.journal.reading(of: reflection.id, by: open.owner)?.files["plan"]?.map(\.id) == [id])
            #expect(try await open.journal.files(at: places[0], of: open.peer).isEmpty)
            #expect(try await open.journal.put(id, at: .stage("nowhere", of: reflection.id), by: open.owner) == false)
            #expect(try await open.journal.put(id, at: places[0], by: open.peer) == false)
            #expect(try await open.send([66], at: places[0], by: open.peer) == nil, "nobody puts a file at another's")
            #expect(try await open.journal.take(id, from: places[2], by: open.owner))
            #expect(try await open.journal.take(id, from: places[2], by: open.owner) == false)
            #expect(try await open.journal.erase(activity: activity, by: open.owner))
            #expect(try await open.journal.erase(reflection.id, by: open.owner))
            let left = try await open.journal.files(of: open.owner).files
            #expect(left.map(\.evidence.id) == [id] && left.allSatisfy(\.places.isEmpty))
            #expect(try open.onDisk == [id.description])
        }
    }

    @Test("A file opens with the stage it stands at, and closes with it")
    func doors() async throws {
        try await withJournal { open in
            let reflection = try await open.begun()
            let id = try #require(try await open.send([65], at: .stage("learn", of: reflection.id)))
            try await open.share(reflection, ["plan"], with: [.everyMember])
            #expect(try await open.journal.file(id, for: open.peer) == nil, "another stage is shared")
            try await open.share(reflection, ["learn"], with: [.member(open.peer)])
            #expect(try await open.journal.file(id, for: open.peer)?.evidence.id == id)
            #expect(try await open.journal.file(id, for: open.stranger) == nil)
            #expect(
                try await open.journal.reading(of: reflection.id, by: open.peer)?.files.keys.sorted() == [
                    "learn", "plan",
                ])
            #expect(
                try await open.journal.reading(of: reflection.id, by: open.stranger)?.files.keys.sorted() == ["plan"])
            let draft = try Share.Draft(["learn"], with: [.link], by: open.owner, today: open.today)
            let secret = try #require(try await open.journal.share(reflection.id, draft, by: open.owner)?.secret)
            #expect(try await open.journal.file(id, bySecret: secret)?.evidence.id == id)
            #expect(try await open.journal.file(id, bySecret: "x") == nil)
            let named = try #require(
                try await open.journal.shares(of: open.owner).first { $0.audience == .member(open.peer) })
            _ = try await open.journal.withdraw(named.id, by: open.owner)
            #expect(try await open.journal.file(id, for: open.peer) == nil, "withdrawn")
            open.clock.advance(days: 91)
            #expect(try await open.journal.file(id, bySecret: secret) == nil, "over")
            #expect(try await open.journal.file(id, for: open.owner) != nil)
        }
    }
}
