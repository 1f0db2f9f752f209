import Storage
import TestSupport
import Testing

@testable import Members

@Suite struct CommunitySettingsTests {
    @Test("Settings begin with something sensible and are kept as saved")
    func kept() async throws {
        try await withDirectory { open in
            let initial = try await open.directory.settings()
            #expect(initial.name == "Riffle")
            #expect(initial.expertsMayModerate)
            #expect(initial.whoMayAsk == .members)
            let chosen = try CommunitySettings(
                name: " Coaches of the North ", contact: "team@example.org", whoMayAsk: .anyone,
                expertsMayModerate: false)
            #expect(chosen.name == "Coaches of the North")
            try await open.directory.save(chosen)
            #expect(try await open.directory.settings() == chosen)
            let reopened = try Directory(
                folder: open.folder, world: open.clock.world,
                passwordCost: ScryptCost(rounds: 16, block: 8, lanes: 1))
            #expect(try await reopened.settings() == chosen)
        }
    }

    @Test(
        "What cannot be a name or a contact is refused with its field",
        arguments: [
            ("", "x", "name"), ("  ", "x", "name"), (String(repeating: "n", count: 81), "x", "name"),
            ("n", " ", "contact"), ("n", String(repeating: "c", count: 201), "contact"),
        ])
    func refused(name: String, contact: String, field: String) {
        let error = #expect(throws: Invalid.self) {
            try CommunitySettings(name: name, contact: contact, whoMayAsk: .members, expertsMayModerate: true)
        }
        #expect(error?.field == field)
        #expect(error?.sentence.hasSuffix(".") == true)
    }

    @Test("While experts may not moderate, whoever is both loses the moderator's role, and gets it back")
    func expertsMayModerate() async throws {
        try await withDirectory { open in
            try await open.add("nerys", roles: [.member, .expert, .moderator])
            try await open.add("yasmin", roles: [.member, .moderator])
            let (both, moderator) = (try await open.enter("nerys"), try await open.enter("yasmin"))
            func roles(_ secret: String) async throws -> Set<Role>? {
                try await open.directory.signedIn(secret: secret)?.member.roles
            }
            var settings = try await open.directory.settings()
            settings.expertsMayModerate = false
            try await open.directory.save(settings)
            #expect(try await roles(both) == [.member, .expert])
            #expect(try await roles(moderator) == [.member, .moderator])
            settings.expertsMayModerate = true
            try await open.directory.save(settings)
            #expect(try await roles(both) == [.member, .expert, .moderator])
        }
    }
}
