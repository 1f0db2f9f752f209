import Foundation
import GRDB
import Members
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct NoAuthorTests {
    @Test("A member who asks while signed in is nowhere in the desk's files")
    func rawScan() async throws {
        try await withDesk { open in
            let directory = try Members.Directory(
                folder: open.folder, world: open.clock.world,
                passwordCost: ScryptCost(rounds: 16, block: 8, lanes: 1))
            let invitation = try await directory.invite(try EmailAddress("callum@example.org"), roles: [.member])
            let session = try #require(
                try await directory.join(
                    invitation: invitation, name: PersonName("Callum Brackenbury"),
                    password: Password("four unrelated words"), device: "Firefox on Linux"))
            let member = try #require(try await directory.signedIn(secret: session)).member
            let receipt = Receipt(from: open.clock.world)
            let id = try await open.asked("How do I become a supervisor?", receipt: receipt).id
            _ = try await open.desk.standing(of: receipt)
            try await open.assign(id)
            try await open.answer(id)
            try await open.release(id)

            let markers = [
                Data(member.id.bytes), Data(member.id.description.utf8), Data("callum@example.org".utf8),
                Data("Brackenbury".utf8), Data(session.utf8), Data("Firefox".utf8),
            ]
            func desk(holding bytes: Data) throws -> [String] {
                try open.files(holding: bytes).filter { $0.hasPrefix("questions") }
            }
            for logsWrittenBack in [false, true] {
                if logsWrittenBack {
                    try await open.desk.database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
                }
                for marker in markers { #expect(try desk(holding: marker).isEmpty) }
                // The same scan finds staff, who are meant to be there.
                #expect(try !desk(holding: Data(open.nerys.bytes)).isEmpty)
                #expect(try !desk(holding: Data("How do I become a supervisor?".utf8)).isEmpty)
            }
            #expect(try !open.files(holding: markers[0]).isEmpty)
            #expect(try !open.files(holding: markers[2]).isEmpty)
        }
    }
}
