import Foundation
import Storage
import TestSupport
import Testing

@testable import Members

@Suite struct OutboxTests {
    @Test("A mail whose fate a crash left open goes again as the same")
    func crash() async throws {
        try await withDirectory { open in
            try await open.directory.queue(.waiting, to: try open.email("ines"), about: "desk")
            let mail = try #require(try await open.directory.takeMail())
            #expect(try await open.directory.takeMail() == nil, "it is being sent")
            let later = try Directory(folder: open.folder, world: TestWorld(seed: 9).world)
            try await later.resumeMail()
            #expect(try await later.takeMail()?.id == mail.id)
            try await later.sent(mail)
            try await later.resumeMail()
            #expect(try await later.takeMail() == nil)
            #expect(try await later.outbox() == (0, 0))
        }
    }

    @Test("One that is not taken is tried again after longer and longer pauses, and then has failed")
    func backingOff() async throws {
        try await withDirectory { open in
            try await open.directory.queue(.waiting, to: try open.email("ines"), about: "desk")
            for pause in Mail.pauses {
                let mail = try #require(try await open.directory.takeMail())
                try await open.directory.notSent(mail, isFinal: false)
                open.clock.advance(hours: pause, minutes: -1)
                #expect(try await open.directory.takeMail() == nil, "before \(pause) hours are over")
                open.clock.advance(minutes: 1)
            }
            let last = try #require(try await open.directory.takeMail())
            try await open.directory.notSent(last, isFinal: false)
            open.clock.advance(days: 7)
            #expect(try await open.directory.takeMail() == nil)
            #expect(try await open.directory.outbox() == (0, 1))
            open.clock.advance(days: 7)
            try await open.directory.forgetWhatEnded()
            #expect(try await open.directory.outbox() == (0, 0))
        }
    }

    @Test("One that the server refuses for good is not tried again")
    func refused() async throws {
        try await withDirectory { open in
            try await open.directory.queue(.waiting, to: try open.email("ines"), about: "desk")
            try await open.directory.notSent(try #require(try await open.directory.takeMail()), isFinal: true)
            open.clock.advance(days: 3)
            #expect(try await open.directory.takeMail() == nil)
            #expect(try await open.directory.outbox() == (0, 1))
        }
    }

    @Test("What waits for somebody who is erased is not sent")
    func erased() async throws {
        try await withDirectory { open in
            try await open.add("ines", roles: [.administrator])
            let maya = try await open.add("maya")
            #expect(try await open.directory.forgot(try open.email("maya"), network: "a"))
            try await open.directory.queue(.digest, to: try open.email("maya"), of: maya, about: "2026-08")
            _ = try await open.directory.passwordLink(for: try open.email("maya"))
            try await open.directory.beginErasing(maya)
            try await open.directory.finishErasing(maya)
            #expect(try await open.directory.takeMail() == nil)
            #expect(try await open.rows().allSatisfy { !$0.contains("maya") && !$0.hasPrefix("link") })
        }
    }

    @Test("Staff hear once a day, those who want to; a digest goes once to those who asked for it")
    func mailings() async throws {
        try await withDirectory { open in
            let (ines, maya) = (try await open.add("ines"), try await open.add("maya"))
            try await open.directory.save(MailWishes(waiting: false, digest: true), of: maya)
            #expect(try await open.directory.mailWishes(of: ines) == MailWishes())
            let people = [(ines, page: "desk"), (maya, page: "expert")]
            #expect(try await open.directory.queueNotices(to: people))
            #expect(try await !open.directory.queueNotices(to: people))
            let month = try #require(Day("2026-08-01")).month
            #expect(try await open.directory.queueDigest(of: month))
            #expect(try await !open.directory.queueDigest(of: month))
            var queued: [String] = []
            while let mail = try await open.directory.takeMail() {
                queued.append("\(mail.kind) \(mail.recipient) \(mail.about)")
                try await open.directory.sent(mail)
            }
            #expect(queued.sorted() == ["digest maya@example.org 2026-08", "waiting ines@example.org desk"])
            open.clock.advance(days: 1)
            #expect(try await open.directory.queueNotices(to: people))
        }
    }
}
