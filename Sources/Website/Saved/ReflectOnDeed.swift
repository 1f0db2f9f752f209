import HTTPTypes
import Hummingbird
import LearningSpace
import Opportunities
import Storage

/// `POST /saved/{id}/reflection`: what somebody did becomes the first stage of a reflection, filled in.
///
/// The reflection is written first, under a key that the shortlist made when the opportunity was saved: pressed twice, or
/// again after a crash between the two rooms, it leads to the reflection that was begun.
struct ReflectOnDeed: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.post("/saved/:id/reflection", use: begin)
    }

    @Sendable private func begin(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let saved = try await site.catalogue.saved(try context.id(), of: context.person),
            let key = SendingKey(saved.key.description)
        else { throw HTTPError(.notFound) }
        guard case .done(let deed) = saved.pursuit else {
            let wrong = [Invalid("progress", "Say first on which day you did it, and how many hours it took.")]
            let page = SavedListingPage(saved, today: site.world.today, wrong: wrong)
            return try site.show(page, to: context.member, status: .conflict)
        }
        let name = [saved.keepsake.title, saved.keepsake.organisation].compactMap(\.self).joined(separator: ", ")
        let draft = try Reflection.Draft(title: String(name.prefix(150)), words: Self.words(saved.keepsake, deed))
        let saving = try await site.journal.begin(
            draft, by: context.person, key: key,
            origin: Reflection.Origin(title: String(name.prefix(300)), path: "/opportunities/\(saved.id)"))
        try await site.catalogue.noteReflection(on: saved.id, of: context.person)
        switch saving {
        case .saved(let reflection), .conflict(_, let reflection):
            return .seeOther("/space/reflections/\(reflection.id)/edit")
        }
    }

    /// The model's first stage asks what happened: that is known.
    private static func words(_ keepsake: Keepsake, _ deed: Deed) -> [String: String] {
        guard let first = ReflectionModel.cycle.stages.first else { return [:] }
        func listed(_ heading: String, _ lines: [String]) -> String? {
            lines.isEmpty ? nil : heading + "\n" + lines.map { "– \($0)" }.joined(separator: "\n")
        }
        let told = String(keepsake.description.prefix(longestQuote))
        let parts = [
            "On \(deed.day.words) I did this, for \(deed.hoursWords): \(keepsake.title)"
                + (keepsake.organisation.map { ", \($0)." } ?? "."),
            listed("Skills it asked for:", keepsake[.needs] + keepsake[.requirement]),
            listed("Skills it develops:", keepsake[.gains]),
            told.isEmpty
                ? nil : "What the advert said:\n" + told + (told.count < keepsake.description.count ? " …" : ""),
        ]
        return [first.name: parts.compactMap(\.self).joined(separator: "\n\n")]
    }

    private static let longestQuote = 1_200
}
