import Foundation
import Hummingbird
import LearningSpace
import Storage
import Synchronization

/// `/space/activities/import`: an employer's file, looked at before anything of it is recorded.
struct TakeInStatement: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/space/activities/import") { request, context in
            try site.show(try await page(context), for: request, context)
        }
        routes.post("/space/activities/import", use: bring)
        routes.post("/space/activities/import/columns", use: read)
        routes.post("/space/activities/import/rows") { _, context -> Response in
            guard let outcomes = try await site.journal.takeIn(by: context.person) else {
                return .seeOther("/space/activities/import")
            }
            return try site.show(TakenInPage(outcomes), to: context.member)
        }
        routes.post("/space/activities/import/delete") { _, context -> Response in
            _ = try await site.journal.forgetStatement(of: context.person)
            return .seeOther("/space/activities", .deleted)
        }
    }

    @Sendable private func bring(_ request: Request, _ context: MemberContext) async throws -> Response {
        do {
            let file = Mutex(Data())
            // What surrounds the file in a form is small.
            let (_, name) = try await request.upload("file", upTo: Statement.mostBytes + 4_096, seconds: 120) { piece in
                file.withLock { $0 += piece }
            }
            guard name != nil else { throw Invalid("file", "Choose a file of comma-separated values.") }
            try await site.journal.bring(try Statement(file.withLock { $0 }), by: context.person)
            return .seeOther("/space/activities/import")
        } catch let wrong as Invalid {
            return try site.show(
                try await page(context, wrong: [wrong]), to: context.member, status: .unprocessableContent)
        }
    }

    @Sendable private func read(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await request.form()
        var columns: [Statement.Field: Int] = [:]
        for field in Statement.Field.allCases {
            columns[field] = Int(form[field.rawValue]).flatMap { (0..<10_000).contains($0) ? $0 : nil }
        }
        let reading = Statement.Reading(
            columns: columns, kind: Activity.Kind(rawValue: form["usual-kind"]) ?? .course,
            unit: Activity.Amount.Unit(rawValue: form["unit"]) ?? .hours, statedBy: form["stated-by"])
        _ = try await site.journal.read(reading, by: context.person)
        return .seeOther("/space/activities/import", .saved)
    }

    private func page(_ context: MemberContext, wrong: [Invalid] = []) async throws -> StatementPage {
        StatementPage(try await site.journal.waitingStatement(of: context.person), wrong: wrong)
    }
}
