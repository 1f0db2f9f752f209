import Storage
import TestSupport
import Testing

@testable import Members

@Suite struct RoleTests {
    @Test("A person holds a set of roles, and is found by each")
    func set() async throws {
        try await withDirectory { open in
            let ines = try await open.add("ines", roles: [.administrator])
            let maya = try await open.add("maya", roles: [])
            try await open.directory.set(roles: [.member, .expert, .moderator], of: maya)
            #expect(try await open.directory.member(maya)?.roles == [.member, .expert, .moderator])
            #expect(try await open.directory.members(with: .expert).map(\.id) == [maya])
            #expect(try await open.directory.members(with: .administrator).map(\.id) == [ines])
            #expect(try await open.directory.members(with: .auditor).isEmpty)
        }
    }

    @Test("The last administrator stays one, and stays")
    func lastAdministrator() async throws {
        try await withDirectory { open in
            let ines = try await open.add("ines", roles: [.member, .administrator])
            await #expect(throws: Directory.Refusal.lastAdministrator) {
                try await open.directory.set(roles: [.member], of: ines)
            }
            await #expect(throws: Directory.Refusal.lastAdministrator) {
                try await open.directory.beginErasing(ines)
            }
            #expect(try await open.directory.member(ines)?.roles == [.member, .administrator])
            #expect(try await open.signIn("ines").outcome == "welcome")

            let robin = try await open.add("robin", roles: [.administrator])
            try await open.directory.set(roles: [.member], of: ines)
            #expect(try await open.directory.members(with: .administrator).map(\.id) == [robin])
        }
    }

    @Test("Of two administrators who step down at once, one stays")
    func bothStepDown() async throws {
        try await withDirectory { open in
            let people = [
                try await open.add("ines", roles: [.administrator]),
                try await open.add("robin", roles: [.administrator]),
            ]
            await withTaskGroup { group in
                for person in people {
                    group.addTask { try? await open.directory.set(roles: [.member], of: person) }
                }
            }
            #expect(try await open.directory.members(with: .administrator).count == 1)
        }
    }

    @Test("Nobody who is not there gets a role")
    func unknown() async throws {
        try await withDirectory { open in
            try await open.add("ines", roles: [.administrator])
            await #expect(throws: Directory.Refusal.unknownMember) {
                try await open.directory.set(roles: [.administrator], of: open.clock.world.id())
            }
        }
    }

    @Test("One address has one account")
    func oneAddress() async throws {
        try await withDirectory { open in
            let maya = try await open.add("maya")
            await #expect(throws: Directory.Refusal.emailTaken) { try await open.add("MAYA") }
            #expect(try await open.directory.members().map(\.id) == [maya])
        }
    }
}
