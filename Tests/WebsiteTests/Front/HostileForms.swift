extension HostileInputTests {
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
}

/// What a search of opportunities can be asked.
enum SearchNames {
    static let all = [
        "q", "near", "within", "cause", "brings", "develops", "remote", "hours", "day", "slot", "from", "cost",
        "checks", "access", "kind", "references", "age", "stated", "lean", "facets", "spelling", "page", "limit",
    ]
}
