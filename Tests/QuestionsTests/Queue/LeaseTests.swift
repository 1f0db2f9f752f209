import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct LeaseTests {
    private func looking(_ open: OpenDesk, for person: PersonID) async throws -> [PersonID?] {
        try await open.desk.queue(for: person).map(\.looking)
    }

    @Test("Who opens a question is seen in the queue until ten minutes after they last did something")
    func ends() async throws {
        try await withDesk { open in
            let id = try await open.asked("My manager Quentin never listens to me.").id
            #expect(try await looking(open, for: open.alasdair) == [nil])
            let lease = try #require(try await open.desk.lease(id, to: open.yasmin))
            #expect(lease.until == open.clock.world.now().addingTimeInterval(600))
            #expect(try await looking(open, for: open.alasdair) == [open.yasmin])
            open.clock.advance(minutes: 9)
            try await open.redact("Quentin", in: id)
            open.clock.advance(minutes: 9)
            #expect(try await looking(open, for: open.alasdair) == [open.yasmin])
            open.clock.advance(minutes: 1)
            #expect(try await looking(open, for: open.alasdair) == [nil])
        }
    }

    @Test("A second moderator is told, may decide all the same, and does not take the lease over")
    func courtesy() async throws {
        try await withDesk { open in
            let question = try await open.asked("How do I become a supervisor?")
            _ = try await open.desk.lease(question.id, to: open.yasmin)
            #expect(try await open.desk.lease(question.id, to: open.alasdair)?.person == open.yasmin)
            try await open.desk.markUrgent(question.id, version: question.version, by: open.alasdair)
            #expect(try await open.desk.lease(question.id, to: open.alasdair)?.person == open.yasmin)
            open.clock.advance(minutes: 10)
            #expect(try await open.desk.lease(question.id, to: open.alasdair)?.person == open.alasdair)
        }
    }

    @Test("It ends on every exit: leaving, signing out, the page closing, and the act that moves the question on")
    func exits() async throws {
        try await withDesk { open in
            let id = try await open.asked("How do I become a supervisor?").id
            let (desk, yasmin) = (open.desk, open.yasmin)
            func opened() async throws -> Lease { try #require(try await desk.lease(id, to: yasmin)) }
            func isFree() async throws -> Bool { try await open.rows("lease").isEmpty }

            _ = try await opened()
            try await desk.leave(id, by: open.alasdair)
            #expect(try await !isFree())
            try await desk.leave(id, by: yasmin)
            #expect(try await isFree())

            let earlier = try await opened()
            let later = try await opened()
            // The page before closes after the one after it has opened, as when a page is loaded again.
            try await desk.leave(id, opening: earlier.opening, by: yasmin)
            #expect(try await !isFree())
            try await desk.leave(id, opening: later.opening, by: yasmin)
            #expect(try await isFree())

            _ = try await opened()
            try await desk.leaveEverything(yasmin)
            #expect(try await isFree())

            _ = try await opened()
            try await open.assign(id)
            #expect(try await isFree())
        }
    }

    @Test(
        "No lease is left of a question that leaves the desk, and none is taken where no moderator has the next word",
        arguments: Step.Kind.allCases.filter { $0 != .arrived && $0 != .withdrawn })
    func afterwards(kind: Step.Kind) async throws {
        try await withDesk { open in
            let (receipt, found) = try await open.question(at: kind)
            let id = try #require(found)
            let lease = try await open.desk.lease(id, to: open.yasmin)
            #expect((lease != nil) == (kind == .received || kind == .answered))
            if kind != .published { try await open.desk.withdraw(receipt) }
            #expect(try await open.rows("lease").isEmpty)
            #expect(try await open.desk.lease(id, to: open.yasmin) == nil)
        }
    }

    @Test("Leases enter no history and change no version, and a batch clears those whose time is over")
    func silent() async throws {
        try await withDesk { open in
            let question = try await open.asked("How do I become a supervisor?")
            _ = try await open.desk.lease(question.id, to: open.yasmin)
            #expect(try await open.now(question.id).version == question.version)
            #expect(try await open.rows("decision").isEmpty)
            _ = try await open.desk.batch()
            #expect(try await !open.rows("lease").isEmpty)
            open.clock.advance(minutes: 10)
            _ = try await open.desk.batch()
            #expect(try await open.rows("lease").isEmpty)
        }
    }

    @Test("Who is kept from a question gets no lease on it")
    func excluded() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked("How do I become a supervisor?", receipt: receipt).id
            try await open.bringIn(.exclude([open.alasdair]), receipt)
            #expect(try await open.desk.lease(id, to: open.alasdair) == nil)
            #expect(try await open.rows("lease").isEmpty)
        }
    }
}
