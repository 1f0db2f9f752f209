import Foundation
import LearningSpace
import Members
import Questions
import Storage
import TestSupport
import Testing
import Website

/// Whatever is typed or sent, the answer is a page with a status below 500.
struct HostileInputTests {
    static let hostile = [
        "c++", "can't", "\"unbalanced", "a AND", "NOT", "tag:x') OR 1=1 --", "*", "-", "NEAR(a b, 3)", "{{title}}",
        "<script>alert(1)</script>", "a\0b", "\0", "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿", "\u{202E}\u{200B}\u{FEFF}", "\r\n\r\n", "-1",
        "99999999999999999999", "1e999",
        "NaN", String(repeating: "(", count: 10_000),
    ]

    /// Every page with a query, with the names it reads.
    static let queries: [(path: String, names: [String])] = [
        ("/", ["done"]), ("/space", ["q", "tag", "page", "done"]),
        ("/space/goals/new", ["reflection", "step", "comment"]),
        ("/space/goals", ["due", "coming", "closed"]), ("/space/goals/GOAL", ["done"]),
        ("/shared", ["topic", "model", "group", "page"]),
        ("/space/groups/GROUP", ["page", "done"]), ("/space/activities", ["year"]),
        ("/space/files", ["done", "page"]), ("/space/files/new", ["activity", "goal", "reflection", "stage", "about"]),
        ("/space/reflections/new", ["model", "title", "tags", "key", "draft"]),
        ("/questions", ["q", "topic", "page", "spelling", "done"]), ("/away", ["to"]),
        ("/sign-in", ["next", "done"]),
        ("/ask", ["topic", "text", "terms"]),
        ("/opportunities", SearchNames.all), ("/api/opportunities", SearchNames.all),
        ("/opportunities/suggest", ["q"]), ("/api/opportunities/feed", ["afterChangeNumber", "limit"]),
        ("/saved", ["done"]), ("/admin/cards", ["page", "parted", "done"]),
        ("/desk", ["step", "topic", "urgent", "alike", "page", "done"]),
        ("/space/reflections/REFLECTION", ["reply", "done"]), ("/shared/REFLECTION", ["reply"]),
        ("/desk/history", Self.ofHistory + ["page"]), ("/desk/history.csv", Self.ofHistory),
    ]

    /// Every form with what would be right in it.
    static let forms: [(path: String, fields: [(String, String)])] = [
        (
            "/ask",
            [
                ("receipt", ""), ("topic", "careers"), ("text", "Is this a question that is long enough?"),
                ("terms", "yes"),
            ]
        ),
        ("/receipt", [("receipt", "AAAA")]),
        ("/receipt/agreement", [("receipt", "RECEIPT"), ("version", "1")]),
        (
            "/receipt/objection",
            [("receipt", "RECEIPT"), ("version", "1"), ("text", "In these words, please, or not.")]
        ),
        ("/receipt/reply", [("receipt", "RECEIPT"), ("version", "1"), ("reply", "It is.")]),
        ("/receipt/wording", [("receipt", "RECEIPT"), ("version", "1"), ("text", "In these words, please, or not.")]),
        ("/receipt/privacy", [("receipt", "RECEIPT"), ("version", "1")]),
        ("/receipt/exclusions", [("receipt", "RECEIPT"), ("version", "1"), ("person", "x")]),
        ("/account/tokens", [("unused", "x")]),
        ("/sign-in", [("email", "someone@example.org"), ("password", "a"), ("next", "/")]),
        ("/join/SECRET", [("name", "Nia New"), ("password", ""), ("terms", "yes")]),
        ("/join", [("email", "new@example.org")]),
        ("/sign-in/forgotten", [("email", "new@example.org")]),
        ("/sign-in/forgotten/SECRET", [("password", "four other unrelated words")]),
        ("/account/email", [("email", "new@example.org"), ("password-now", "a")]),
        ("/account/email/SECRET", [("unused", "x")]),
        ("/account/mail", [("waiting", "yes"), ("digest", "yes"), ("comments", "yes")]),
        ("/account/password", [("current", "a"), ("password", "four other unrelated words")]),
        ("/space/reflections", Self.reflection), ("/space/reflections/REFLECTION", Self.reflection),
        ("/space/news/delete", [("unused", "x")]), ("/space/activities/import", [("file", "a,b")]),
        (
            "/space/activities/import/columns",
            [("title", "0"), ("first", "1"), ("usual-kind", "course"), ("unit", "hours"), ("stated-by", "Acme")]
        ),
        ("/space/activities/import/rows", [("unused", "x")]), ("/space/activities/import/delete", [("unused", "x")]),
        ("/space/groups", [("key", ""), ("name", "Tuesday set"), ("about", "We meet on Tuesdays.")]),
        ("/space/groups/GROUP/invitations", [("person", "x")]), ("/space/groups/GROUP/membership", [("unused", "x")]),
        ("/space/drafts", Self.reflection), ("/space/reflections/REFLECTION/draft", Self.reflection),
        (
            "/space/reflections/REFLECTION/shares",
            [("audience", "named"), ("person", "x"), ("stage", "learn"), ("until", "2026-10-01"), ("topic", "careers")]
        ),
        ("/space/reflections/REFLECTION/notes", [("key", ""), ("note", "A year on.")]),
        (
            "/space/goals",
            [("key", ""), ("reflection", "REFLECTION"), ("title", "Ask two people."), ("due", "2026-10-01")]
        ),
        (
            "/space/goals/GOAL/check-ins",
            [("key", ""), ("verdict", "not yet"), ("words", "Not so far."), ("due", "2026-10-01")]
        ),
        ("/space/goals/GOAL/reflections", [("key", "")]),
        ("/space/shares/NOTHING/stages/learn/delete", [("unused", "x")]),
        (
            "/shared/REFLECTION/comments",
            [
                ("key", ""), ("reply", ""), ("stage", ""), ("kind", "question"), ("agree", "name"),
                ("body", "Well said."),
            ]
        ),
        ("/shared/REFLECTION/comments/NOTHING", [("body", "Better said.")]),
        ("/space/files", [("key", ""), ("file", "x"), ("about", "A"), ("activity", "ACTIVITY")]),
        ("/space/files/NOTHING/places/delete", [("reflection", "REFLECTION"), ("stage", "learn"), ("goal", "GOAL")]),
        ("/space/muted", [("person", "STRANGER")]),
        ("/space/activities", Self.activity), ("/space/activities/ACTIVITY", Self.activity),
        ("/space/import", [("file", "{}")]), ("/space/import/NOTHING", [("unused", "x")]),
        ("/space/export", [("unused", "x")]), ("/space/responsibilities", [("responsibilities", "Ethics\nTeaching")]),
        ("/opportunities/NOTHING/reflections", [("key", "")]),
        ("/saved/NOTHING", [("next", "/opportunities?q=a")]), ("/saved/SAVED/progress", [("move", "applied")]),
        ("/saved/SAVED/deed", [("day", "2026-09-01"), ("hours", "3")]), ("/saved/SAVED/reflection", [("unused", "x")]),
        ("/saved/searches", SearchNames.all.map { ($0, "") }), ("/saved/searches/NOTHING/delete", [("unused", "x")]),
        ("/saved/SAVED/delete", [("next", "/saved")]),
        ("/expert/QUESTION/answer", [("version", "1"), ("text", "An answer that is long enough to be one.")]),
        ("/expert/QUESTION/draft", Self.answer), ("/expert/QUESTION/preview", Self.answer),
        ("/desk/QUESTION/further-answers", [("version", "1"), ("further", "x")]),
        ("/desk/QUESTION/further-answers/delete", [("version", "1")]),
        ("/desk/published/PUBLISHED/successor", [("version", "1"), ("successor", "x")]),
        ("/desk/published/PUBLISHED/successor/delete", [("version", "0")]),
        ("/desk/published/PUBLISHED/removal", [("version", "0"), ("reason", "It names a person.")]),
        ("/desk/published/PUBLISHED/answers/EXPERT", Self.answer + [("note", "A figure that was wrong.")]),
        ("/expert/published/PUBLISHED", Self.answer + [("note", "A figure that was wrong.")]),
        ("/desk/published/PUBLISHED/answers/EXPERT/proposal/delete", [("unused", "x")]),
        ("/expert/QUESTION/return", [("version", "1"), ("reason", "Not my topic.")]),
        ("/desk/QUESTION/redactions", [("version", "1"), ("words", "manager"), ("kind", "name")]),
        ("/desk/QUESTION/redactions/0/delete", [("version", "1")]),
        ("/desk/QUESTION/assignment", [("version", "1"), ("expert", "x")]),
        ("/desk/QUESTION/refusal", [("version", "0"), ("reason", "We cannot pass this on.")]),
        ("/desk/QUESTION/release", [("version", "1")]),
        ("/desk/QUESTION/release/delete", [("version", "1")]),
        ("/desk/QUESTION/private-answer", [("version", "1")]),
        ("/desk/QUESTION/changes", [("version", "0"), ("changes", "Leave out the place, please.")]),
        ("/desk/QUESTION/wording", [("version", "1")]),
        ("/desk/QUESTION/lease/delete", [("opening", "x")]),
        ("/desk/QUESTION/urgency", [("version", "1")]),
        ("/desk/QUESTION/urgency/delete", [("version", "1")]),
        ("/desk/QUESTION/duplicate", [("version", "0")]),
        (
            "/desk/selection",
            [
                ("item", "QUESTION:0"), ("act", "decline"), ("expert", "EXPERT"), ("reason", "Asked every month."),
                ("step", "to-review"), ("topic", "careers"), ("urgent", "yes"), ("alike", "QUESTION"), ("page", "2"),
            ]
        ),
        ("/desk/selection", [("item", "QUESTION:1"), ("act", "assign"), ("expert", "x")]),
        ("/expert/QUESTION/clarification", [("version", "0"), ("clarification", "Is it for a fixed term?")]),
        ("/expert/QUESTION/acceptance", [("version", "1")]),
        ("/expert/absences", [("first", "2026-10-01"), ("last", "2026-10-08")]),
        ("/expert/conflicts", [("conflicts", "Acme Trust")]),
        ("/desk/experts/EXPERT/handover", [("to", "next")]),
        ("/admin/members/EXPERT/handover", [("to", "queue")]),
        ("/admin/routing", [("automatic", "yes"), ("days-to-accept", "3"), ("days-to-answer", "10")]),
        ("/admin/sources/feed/acceptance", [("done", "")]), ("/admin/sources/feed/refusal", [("done", "")]),
        ("/admin/cards/SAVED/parting", [("unused", "x")]), ("/admin/cards/SAVED/parting/delete", [("unused", "x")]),
        ("/admin/topics/careers/words", [("words", "CV*, salary")]),
        ("/admin/members/STRANGER/roles", [("roles", "member")]),
        ("/admin/members/EXPERT/profile", [("headline", "Coach"), ("about", "Listens."), ("topics", "careers")]),
        ("/admin/invitations", [("email", "new@example.org"), ("roles", "expert")]),
        ("/admin/topics", [("name", "Leading"), ("about", "People")]),
        (
            "/admin/settings",
            [("name", "Riffle"), ("contact", "desk"), ("experts-may-moderate", "yes"), ("open-joining", "yes")]
        ),
    ]

    private static let answer = [
        ("version", "0"), ("draft", "0"), ("text", "An answer that is **long** enough to be one."),
        ("sources", "Acas https://www.acas.org.uk"), ("review", "2027-06"), ("builds-on", ""),
    ]
    private static let activity = [
        ("key", ""), ("version", "1"), ("title", "A course"), ("kind", "course"), ("first", "2026-03-01"), ("last", ""),
        ("amount", "1.5"), ("unit", "hours"), ("about", "A"), ("outcome", "B"), ("provider", "C"), ("ethics", "yes"),
        ("supports", "x"),
    ]
    private static let reflection = [
        ("key", ""), ("version", "1"), ("title", "A title"), ("learn", "L"), ("reflect", "R"), ("assess", "A"),
        ("plan", "P"), ("tags", "one, two"), ("model", "gibbs"), ("draft", "0"),
    ]

    @Test func `a query with anything in it is answered`() async throws {
        try await withSite { test in
            let all = try await Scene(test)
            for (path, names) in Self.queries {
                for value in Self.hostile {
                    for name in names {
                        // A bracket may stand as it is, and 10,000 escaped ones are a longer line than HTTP takes.
                        let query = Document.Form.encoded([(name, value)]).replacing("%28", with: "(")
                        try await all.get("\(path)?\(query)")
                    }
                    try await all.get(path + "?" + Document.Form.encoded(names.map { ($0, String(value.prefix(100))) }))
                }
            }
        }
    }

    @Test func `a form with anything in a field is answered`() async throws {
        try await withSite(mailer: Postbox().mailer) { test in
            let all = try await Scene(test)
            for (path, fields) in Self.forms + Self.reviewForms {
                for value in Self.hostile {
                    for (name, _) in fields {
                        try await all.post(
                            path, Document.Form.encoded(fields.map { $0.0 == name ? (name, value) : $0 }))
                    }
                }
            }
        }
    }

    @Test func `a form that no browser would send is answered`() async throws {
        try await withSite { test in
            let all = try await Scene(test)
            for (path, fields) in Self.forms + Self.reviewForms {
                let right = Document.Form.encoded(fields)
                let many = (0..<5_000).map { "a\($0)=b" }.joined(separator: "&")
                for body in [
                    "", "&", "=", "&&==&", right + "&" + right, right + "&" + many, many, right + "&x=%ff%fe",
                    right.replacing("=", with: "=%c3%28"), "%", "%zz=1", "a=%u0041", right.replacing("&", with: ";"),
                    right.uppercased(), "\u{FEFF}" + right, "{\"text\": 1}",
                ] { try await all.post(path, body) }
            }
        }
    }

    @Test func `an address that no link has is answered`() async throws {
        try await withSite { test in
            let long = String(repeating: "a", count: 4_000)
            for route in RouteTableTests.routes where route.method == "GET" && route.path.contains(/[{*]/) {
                for part in ["%ff", "%00", "%zz", "..%2f..", "%2e%2e", "'", "%22", "-1", long, "%F0%9F%90%9F", "+", ""]
                {
                    let path = route.path.replacing(/{[a-z]+}|\*\*/, with: part)
                    let reply = try await test.get(asWritten: path)
                    #expect(reply.status < 500, "\(path.prefix(80)): \(reply.status)")
                }
            }
            for query in [
                "?", "??", "?&", "?=", "?q", "?q=%ff", "?q=%", "?%zz", "?q=a&q=b", "?q[]=a", "?\(long)=\(long)",
            ] {
                for (path, _) in Self.queries where !path.contains("REFLECTION") {
                    let reply = try await test.get(asWritten: path + query)
                    #expect(reply.status < 500, "\(path)\(query.prefix(80)): \(reply.status)")
                }
            }
        }
    }

    /// A reflection, a question and an invitation, and somebody who may do everything with them.
    struct Scene {
        private let browser: Browser
        private let names: [(String, String)]

        init(_ test: TestSite) async throws {
            let (site, cast) = (test.site, test.cast)
            try await site.directory.set(roles: Set(Role.allCases), of: cast.both.id)
            browser = try await test.browser(of: cast.both)
            let published = try await test.publish("Is this page out already?", "It is, and has an answer.")
            let receipt = try await test.browser().ask("How do I tell my manager that I want to leave?")
            let question = try #require(try await test.queue().first).id
            try await browser.open("/space/reflections/new")
            browser.fill("title", "Before anything hostile")
            try await browser.press("Save")
            let reflection = try #require(try await site.journal.reflections(of: cast.both.id).first).summary.id
            let goal = try await site.journal.keep(
                try .init(title: "Ask sooner", due: test.world.world.today.description, today: test.world.world.today),
                by: cast.both.id, key: test.world.world.id())
            let activity = try await site.journal.record(
                try Activity.Draft(
                    ["title": "A course", "kind": "course", "first": "2026-03-01"], responsibilities: []),
                by: cast.both.id, key: test.world.world.id())
            let group = try await site.journal.begin(
                try Group.Draft(name: "Tuesday set", about: ""), by: cast.both.id, key: test.world.world.id())
            try await Provider(test: test).offer([.init(id: "a", title: "Walk dogs")])
            let saved = try #require(try await Provider(test: test).id("Walk dogs"))
            try await browser.post("/saved/\(saved)", [])
            let secret = try await site.directory.invite(try EmailAddress("nia@example.org"), roles: [.member])
            names = [
                ("REFLECTION", reflection.description), ("ACTIVITY", activity.description),
                ("GROUP", try #require(group).description), ("GOAL", try #require(goal).description),
                ("QUESTION", question.description), ("SECRET", secret),
                ("STRANGER", cast.stranger.id.description), ("EXPERT", cast.expert.id.description),
                ("RECEIPT", receipt), ("SAVED", saved), ("NOTHING", question.description),
                ("PUBLISHED", published.description),
            ]
        }

        func get(_ path: String) async throws {
            let reply = try await browser.request("GET", filled(path))
            #expect(Self.isAnswer(reply), "GET \(path.prefix(200)): \(reply.status)")
        }

        func post(_ path: String, _ body: String) async throws {
            let reply = try await browser.request("POST", filled(path), body: filled(body))
            #expect(Self.isAnswer(reply), "POST \(path) \(body.prefix(200)): \(reply.status)")
        }

        private func filled(_ path: String) -> String {
            names.reduce(path) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        }

        /// A status below 500, and nothing that was typed stands on the page as markup.
        private static func isAnswer(_ reply: Reply) -> Bool {
            reply.status < 500 && (reply.status == 303 || !reply.text.isEmpty)
                && (reply.headers["content-type"] != "text/html; charset=utf-8"
                    || !reply.text.contains("<script>alert"))
        }
    }
}

/// What a search of opportunities can be asked.
enum SearchNames {
    static let all = [
        "q", "near", "within", "cause", "brings", "develops", "remote", "hours", "day", "slot", "from", "cost",
        "checks", "access", "kind", "references", "age", "stated", "lean", "facets", "spelling", "page", "limit",
    ]
}
