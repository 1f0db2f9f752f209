import Foundation
import Storage
import TestSupport
import Testing
import Website

/// Every route, and who may take it. A new one fails here until somebody has said for whom it is.
struct RouteTableTests {
    enum Who { case anyone, member, expert, moderator, administrator }

    static let table: [(Who, [String])] = [
        (
            .anyone,
            [
                "GET /", "GET /ask", "POST /ask", "GET /receipt", "POST /receipt", "GET /ask/key",
                "GET /questions/index.json", "GET /away", "GET /sitemap.xml", "GET /sitemaps/{name}", "GET /robots.txt",
                "POST /receipt/agreement", "POST /receipt/objection", "POST /receipt/reply", "POST /receipt/wording",
                "POST /receipt/privacy", "POST /receipt/appeal", "POST /receipt/exclusions", "POST /receipt/withdrawal",
                "GET /css/**",
                "GET /js/**",
                "GET /images/**", "GET /api/openapi.json", "GET /api/opportunities", "GET /health", "GET /ready",
                "GET /about/anonymity", "GET /about/terms", "GET /about/data", "GET /sign-in", "POST /sign-in",
                "GET /join", "GET /join/{secret}", "POST /join/{secret}", "POST /join",
                "GET /sign-in/forgotten", "POST /sign-in/forgotten", "GET /sign-in/forgotten/{secret}",
                "POST /sign-in/forgotten/{secret}", "GET /account/email/{secret}", "POST /account/email/{secret}",
                "GET /questions", "GET /questions/{id}",
                "GET /questions/feed.atom", "GET /experts", "GET /opportunities", "GET /opportunities/{id}",
                "GET /opportunities/suggest", "GET /opportunities/{id}.ics", "GET /api/opportunities/feed",
                "POST /sign-out", "GET /shared/links/{secret}", "GET /shared/links/{secret}/files/{file}",
            ]
        ),
        (
            .member,
            [
                "POST /opportunities/{id}/reflections", "GET /account", "POST /account/password", "POST /account/email",
                "POST /account/mail", "GET /account/tokens",
                "POST /account/tokens",
                "POST /account/sessions/{id}/delete", "GET /space", "GET /space/shares",
                "POST /space/shares/{id}/delete", "POST /space/reflections", "GET /space/reflections/new",
                "GET /space/reflections/{id}", "POST /space/reflections/{id}", "GET /space/reflections/{id}/edit",
                "POST /space/reflections/{id}/delete", "POST /space/reflections/{id}/shares", "GET /shared",
                "GET /shared/{id}", "POST /shared/{id}/comments", "POST /shared/{id}/comments/{comment}/delete",
                "GET /shared/{id}/comments/{comment}/report", "POST /shared/{id}/comments/{comment}/reports",
                "GET /saved", "GET /saved/{id}", "POST /saved/{id}", "POST /saved/{id}/delete",
                "POST /saved/{id}/progress",
                "POST /saved/{id}/deed", "POST /saved/{id}/reflection", "POST /saved/searches",
                "POST /saved/searches/{id}/delete", "POST /saved/searches/{id}/alerts/delete",
                "GET /questions/{id}/report", "POST /questions/{id}/reports",
                "POST /space/reflections/{id}/notes", "POST /space/reflections/{id}/notes/{note}/delete",
                "GET /space/reflections/{id}/revisions", "POST /space/reflections/{id}/revisions/delete",
                "POST /shared/{id}/comments/{comment}/showing", "POST /shared/{id}/comments/{comment}/showing/delete",
                "GET /shared/{id}/comments/{comment}/edit", "POST /shared/{id}/comments/{comment}",
                "GET /space/activities", "GET /space/activities/new", "POST /space/activities",
                "GET /space/activities/{id}", "GET /space/activities/{id}/edit", "POST /space/activities/{id}",
                "POST /space/activities/{id}/reflections", "POST /space/activities/{id}/delete",
                "POST /space/responsibilities",
                "POST /space/news/delete", "GET /space/groups", "POST /space/groups", "GET /space/groups/{id}",
                "POST /space/groups/{id}/invitations", "POST /space/groups/{id}/membership",
                "POST /space/groups/{id}/membership/delete", "POST /space/groups/{id}/members/{person}/delete",
                "GET /space/activities/import", "POST /space/activities/import",
                "POST /space/activities/import/columns", "POST /space/activities/import/rows",
                "POST /space/activities/import/delete",
                "POST /space/drafts", "POST /space/drafts/{id}/delete", "POST /space/reflections/{id}/draft",
                "POST /space/reflections/{id}/draft/delete",
                "GET /space/export", "GET /space/export/json", "GET /space/export/markdown", "POST /space/import",
                "POST /space/export", "GET /space/export/pack", "GET /space/export/{id}", "GET /space/import",
                "POST /space/import/{id}",
                "GET /space/files", "GET /space/files/new", "POST /space/files", "GET /space/files/{id}",
                "POST /space/files/{id}/places/delete", "POST /space/files/{id}/delete",
                "GET /space/muted", "POST /space/muted", "POST /space/muted/{id}/delete",
                "GET /space/goals", "GET /space/goals/new", "POST /space/goals", "GET /space/goals/{id}",
                "POST /space/goals/{id}/check-ins", "POST /space/goals/{id}/reflections",
                "POST /space/goals/{id}/delete",
                "GET /space/shares/{id}", "POST /space/shares/{id}/stages/{stage}/delete",
            ]
        ),
        (
            .expert,
            [
                "GET /expert", "GET /expert/{id}", "POST /expert/{id}/answer", "POST /expert/{id}/return",
                "POST /expert/{id}/clarification", "POST /expert/{id}/draft", "POST /expert/{id}/preview",
                "POST /expert/{id}/acceptance", "GET /expert/availability",
                "GET /expert/published/{id}", "POST /expert/published/{id}",
                "POST /expert/absences", "POST /expert/absences/{day}/delete", "POST /expert/conflicts",
            ]
        ),
        (
            .moderator,
            [
                "GET /desk", "GET /desk/{id}", "GET /desk/history", "POST /desk/{id}/redactions",
                "POST /desk/{id}/redactions/{start}/delete", "POST /desk/{id}/assignment", "POST /desk/{id}/refusal",
                "POST /desk/{id}/release", "POST /desk/{id}/release/delete", "POST /desk/{id}/private-answer",
                "POST /desk/{id}/changes", "POST /desk/{id}/wording", "POST /desk/{id}/further-answers",
                "POST /desk/{id}/further-answers/delete", "GET /desk/published/{id}",
                "POST /desk/published/{id}/successor", "POST /desk/published/{id}/successor/delete",
                "POST /desk/published/{id}/removal", "GET /desk/published/{id}/answers/{expert}",
                "POST /desk/published/{id}/answers/{expert}",
                "POST /desk/published/{id}/answers/{expert}/proposal/delete",
                "POST /desk/selection", "POST /desk/{id}/lease/delete", "POST /desk/{id}/urgency",
                "POST /desk/{id}/urgency/delete", "POST /desk/{id}/duplicate",
                "GET /desk/history.csv", "GET /desk/dashboard", "GET /desk/reports", "POST /desk/reports/dismissals",
                "POST /desk/reports/marks", "POST /desk/reports/comments/{id}/dismissals",
                "POST /desk/reports/comments/{id}/removal",
                "GET /desk/experts",
                "POST /desk/experts/{id}/handover",
            ]
        ),
        (
            .administrator,
            [
                "GET /admin", "GET /admin/members/{id}", "POST /admin/members/{id}/roles",
                "POST /admin/members/{id}/profile",
                "POST /admin/members/{id}/suspension", "POST /admin/members/{id}/suspension/delete",
                "POST /admin/invitations", "POST /admin/invitations/{id}/delete",
                "GET /admin/topics", "POST /admin/topics", "POST /admin/topics/{slug}/delete", "GET /admin/settings",
                "POST /admin/settings", "GET /admin/sources", "GET /admin/mail",
                "POST /admin/sources/{name}/acceptance", "POST /admin/sources/{name}/refusal",
                "GET /admin/cards", "POST /admin/cards/{id}/parting", "POST /admin/cards/{id}/parting/delete",
                "GET /admin/reasons", "POST /admin/reasons", "POST /admin/reasons/{id}",
                "POST /admin/reasons/{id}/retirement", "POST /admin/reasons/{id}/retirement/delete",
                "GET /admin/routing", "POST /admin/routing",
                "GET /admin/topics/{slug}", "POST /admin/topics/{slug}/words", "POST /admin/members/{id}/handover",
            ]
        ),
    ]

    static var routes: [(who: Who, method: String, path: String)] {
        table.flatMap { who, routes in
            routes.map { route in
                let sides = route.split(separator: " ").map(String.init)
                return (who, sides[0], sides[1])
            }
        }
    }

    @Test func `the table and the router name the same routes`() async throws {
        try await withSite { test in
            let known = Set(Self.routes.map { "\($0.method) \($0.path)" })
            let real = Set(test.site.routes)
            #expect(real.subtracting(known).isEmpty, "routes of which the table does not say for whom they are")
            #expect(known.subtracting(real).isEmpty, "routes that the router does not have")
        }
    }

    @Test func `nobody who is signed out gets past a page for anyone`() async throws {
        try await withSite { test in
            let nobody = test.browser()
            for route in Self.routes {
                let path = Self.filled(route.path, test)
                let body = route.method == "POST" ? "text=Half+a+page+of+thoughts" : nil
                let reply = try await nobody.request(route.method, path, body: body)
                switch (route.who, route.method) {
                case (.anyone, _):
                    #expect(Self.isOpen(reply.status), "\(route): \(reply.status)")
                case (_, "GET"):
                    #expect(reply.status == 303, "\(route): \(reply.status)")
                    #expect(reply.headers["location"]?.hasPrefix("/sign-in?next=%2F") == true, "\(route)")
                default:
                    #expect(reply.status == 401, "\(route): \(reply.status)")
                    #expect(reply.page.text.contains("Half a page of thoughts"), "\(route) loses what was typed")
                }
            }
        }
    }

    @Test func `each role opens its own pages and no others`() async throws {
        try await withSite { test in
            let cast = test.cast
            let people: [(Person, Set<Who>)] = [
                (cast.member, [.anyone, .member]), (cast.expert, [.anyone, .member, .expert]),
                (cast.moderator, [.anyone, .member, .moderator]), (cast.auditor, [.anyone, .member]),
                (cast.administrator, [.anyone, .member, .administrator]),
            ]
            for (person, may) in people {
                let browser = try await test.browser(of: person)
                // Signing out comes last in its row, and last of all.
                for route in Self.routes.sorted(by: { $1.path == "/sign-out" && $0.path != "/sign-out" }) {
                    let body = route.method == "POST" ? "" : nil
                    let reply = try await browser.request(route.method, Self.filled(route.path, test), body: body)
                    let isRight = may.contains(route.who) ? Self.isOpen(reply.status) : reply.status == 403
                    #expect(isRight, "\(person.name), \(route.method) \(route.path): \(reply.status)")
                }
            }
        }
    }

    /// Not shut for want of a role, and not broken.
    private static func isOpen(_ status: Int) -> Bool { status != 401 && status != 403 && status < 500 }

    /// The path with ids that nothing has.
    private static func filled(_ path: String, _ test: TestSite) -> String {
        path.replacing(/{[a-z]+}/) { _ in test.world.world.id(of: TestSite.self).description }
            .replacing("**", with: "nothing")
    }
}
