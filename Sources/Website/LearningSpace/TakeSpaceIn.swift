import Foundation
import HTTPTypes
import Hummingbird
import LearningSpace
import Storage

/// `/space/import`: an archive or a list is brought, looked through, and taken in once its owner has seen what of it.
struct TakeSpaceIn: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/space/import") { request, context in
            let parcel = try await site.journal.parcel(.in, of: context.person)
            return try site.show(ImportPage(parcel), for: request, context)
        }
        routes.post("/space/import", use: bring)
        routes.post("/space/import/:id") { _, context -> Response in
            let id: ID<Parcel> = try context.id()
            guard try await site.journal.takeIn(id, by: context.person) else { throw HTTPError(.notFound) }
            await site.begin(id, logger: context.logger)
            return .seeOther("/space/import")
        }
    }

    @Sendable private func bring(_ request: Request, _ context: MemberContext) async throws -> Response {
        let file = try await site.journal.receiveParcel(by: context.person)
        do {
            // What surrounds the file in a form is small.
            let (_, name) = try await request.upload("file", upTo: Parcel.mostBytes + 100_000) { try file.add($0) }
            guard name != nil else { throw Invalid("file", "Choose the file that you exported before.") }
            try await site.journal.look(into: file)
            let looked = try await site.journal.parcel(.in, of: context.person)
            if let problem = looked?.problem { throw Invalid("file", problem) }
            return .seeOther("/space/import")
        } catch let wrong as Invalid {
            try await site.journal.giveUp(file)
            let out = try await site.journal.parcel(.out, of: context.person)
            return try site.show(CarryPage(out, wrong: [wrong]), to: context.member, status: .unprocessableContent)
        } catch {
            try await site.journal.giveUp(file)
            throw error
        }
    }
}

struct ImportPage: Page {
    static let template = "space/import"
    static let place: Section? = .space
    let title: String
    /// "To be added: 3. Already here: 1. To be left out: 0."
    let summary: String
    let refused: [String]
    let hasRefused: Bool
    /// Where the button goes that takes it in; nil where there is nothing (more) to take in.
    let action: String?

    init(_ parcel: Parcel?) {
        let done = parcel?.imported
        refused = done?.refused ?? []
        hasRefused = !refused.isEmpty
        switch parcel?.state {
        case .ready:
            title = "Look before it is taken in"
            summary = Self.words("To be added", "To be left out", done)
            action = done?.added == 0 && done?.alreadyHere == 0 ? nil : parcel.map { "/space/import/\($0.id)" }
        case .over:
            (title, action) = ("Taken in", nil)
            summary = Self.words("Added", "Left out", done)
        case .asked, .waiting, .arriving:
            (title, action) = ("It is being taken in", nil)
            summary = "\(parcel?.done ?? 0) of \(max(1, parcel?.total ?? 1)) files so far. Look again in a moment."
        case .failed, nil:
            (title, action) = ("Nothing is being taken in", nil)
            summary = parcel?.problem ?? "Choose a file first."
        }
    }

    private static func words(_ added: String, _ left: String, _ done: Imported?) -> String {
        guard let done else { return "" }
        return "\(added): \(done.added). Already here: \(done.alreadyHere). \(left): \(done.refused.count)."
    }
}
