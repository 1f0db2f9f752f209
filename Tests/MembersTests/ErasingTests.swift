import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import Members

@Suite struct ErasingTests {
    @Test("From the first step on a person cannot sign in, is signed in nowhere and is not found")
    func begun() async throws {
        try await withDirectory { open in
            try await open.add("ines", roles: [.administrator])
            let maya = try await open.add("maya", roles: [.member, .expert])
            let secret = try await open.enter("maya")
            try await open.directory.beginErasing(maya)
            #expect(try await open.visitor(secret) == nil)
            #expect(try await open.signIn("maya").outcome == "wrong")
            #expect(try await open.directory.member(maya) == nil)
            #expect(try await open.directory.member(email: try open.email("maya")) == nil)
            #expect(try await open.directory.names()[maya] == nil)
            #expect(try await open.directory.members().map(\.name) == ["ines Thistlewood"])
            #expect(try await open.directory.members(with: .expert).isEmpty)
        }
    }

    @Test("Erasing that was cut short is found after a restart and finished; finishing twice does no harm")
    func resumed() async throws {
        try await withDirectory { open in
            try await open.add("ines", roles: [.administrator])
            let maya = try await open.add("maya")
            try await open.directory.beginErasing(maya)
            let restarted = try Directory(
                folder: open.folder, world: open.clock.world,
                passwordCost: ScryptCost(rounds: 16, block: 8, lanes: 1))
            #expect(try await restarted.halfErased() == [maya])
            for _ in 1...2 { try await restarted.finishErasing(maya) }
            #expect(try await restarted.halfErased().isEmpty)
            // The address is free again.
            #expect(try await open.join(try await restarted.invite(try open.email("maya"), roles: [.member])) != nil)
        }
    }

    @Test("The last step erases nobody whose erasing did not begin")
    func notBegun() async throws {
        try await withDirectory { open in
            let maya = try await open.add("maya")
            try await open.directory.finishErasing(maya)
            #expect(try await open.directory.member(maya) != nil)
        }
    }

    @Test("Nothing of the person is left in the file once its log is written back")
    func noResidue() async throws {
        try await withDirectory { open in
            let ines = try await open.add("ines", roles: [.administrator])
            let maya = try await open.add("maya")
            _ = try await open.enter("maya")
            try await open.directory.beginErasing(maya)
            try await open.directory.finishErasing(maya)
            try await open.directory.database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            for trace in [Data("maya".utf8), Data(maya.bytes)] { #expect(try open.files(holding: trace).isEmpty) }
            #expect(try open.files(holding: Data(ines.bytes)) == ["members.sqlite"])
        }
    }
}
