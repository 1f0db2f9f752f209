import Storage
import TestSupport
import Testing

@testable import Questions

extension OpenDesk {
    func makeAutomatic() async throws {
        var settings = RoutingSettings()
        settings.isAutomatic = true
        try await desk.save(settings)
    }

    /// One more expert, for these topics.
    func expert(_ topics: String...) async throws -> PersonID {
        let person: PersonID = clock.world.id()
        try await desk.save(try Expert.Profile(headline: "Answers too", about: "", topics: topics), of: person)
        return person
    }

    func candidates(for id: ID<Question>, shownTo person: PersonID? = nil) async throws -> [Candidate] {
        try await desk.candidates(for: id, shownTo: person ?? yasmin)
    }

    func accept(_ id: ID<Question>, by expert: PersonID? = nil) async throws {
        try await desk.accept(id, version: try await now(id).version, by: expert ?? nerys)
    }

    func handBack(_ id: ID<Question>, by expert: PersonID? = nil) async throws {
        try await desk.handBack(
            id, reason: "Not one for me.", version: try await now(id).version, by: expert ?? nerys)
    }

    func away(_ person: PersonID, from first: Int = 0, days: Int) async throws {
        let today = clock.world.today
        let absence = try Absence(first: "\(today + first)", last: "\(today + first + days)", today: today)
        try await desk.save(absence, of: person)
    }

    func acts(on id: ID<Question>) async throws -> [String] {
        try await desk.history(of: id, for: yasmin).map(\.act)
    }
}
