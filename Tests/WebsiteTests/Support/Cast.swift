import Members
import Questions
import Storage
import Website

/// The people of every test of the site: one for each thing that somebody may or may not do.
struct Cast: Sendable {
    let member: Person
    /// A member with whom nothing was shared.
    let stranger: Person
    let expert: Person
    let moderator: Person
    /// Both expert and moderator.
    let both: Person
    let auditor: Person
    let administrator: Person

    /// Adds them, with two topics and anyone asking; the experts answer the first.
    init(in site: Site) async throws {
        // Where members alone may ask, a test says so.
        var settings = try await site.directory.settings()
        settings.whoMayAsk = .anyone
        try await site.directory.save(settings)
        for (name, about) in [("Careers", "Work and what comes next"), ("Small business", "Running one")] {
            try await site.desk.save(try Topic(name: name, about: about))
        }
        member = try await Person("Mara Member", [.member], in: site)
        stranger = try await Person("Stefan Stranger", [.member], in: site)
        expert = try await Person("Elin Expert", [.member, .expert], in: site)
        moderator = try await Person("Mo Moderator", [.member, .moderator], in: site)
        both = try await Person("Bea Both", [.member, .expert, .moderator], in: site)
        auditor = try await Person("Auda Auditor", [.member, .auditor], in: site)
        administrator = try await Person("Adi Administrator", [.member, .administrator], in: site)
        for person in [expert, both] {
            let profile = try Expert.Profile(headline: "Career coach", about: "Listens first.", topics: ["careers"])
            try await site.desk.save(profile, of: person.id)
        }
    }

    var everybody: [Person] { [member, stranger, expert, moderator, both, auditor, administrator] }
}

struct Person: Sendable {
    let id: PersonID
    let name: String
    let email: String
    let password = "four unrelated quiet words"
    let roles: Set<Role>

    fileprivate init(_ name: String, _ roles: Set<Role>, in site: Site) async throws {
        self.name = name
        self.roles = roles
        email = name.lowercased().split(separator: " ").joined(separator: ".") + "@example.org"
        id = try await site.directory.add(
            try PersonName(name), email: try EmailAddress(email), roles: roles, password: try Password(password))
    }
}
