extension HostileInputTests {
    static let ofHistory = ["person", "act", "month", "question", "note"]

    /// The forms of reports and reasons, with what would be right in them.
    static let reviewForms: [(path: String, fields: [(String, String)])] = [
        ("/receipt/appeal", [("receipt", "RECEIPT"), ("version", "1"), ("appeal", "It is about me alone.")]),
        ("/desk/QUESTION/refusal", [("version", "0"), ("because", "x"), ("reason", "We cannot pass this on.")]),
        ("/questions/QUESTION/reports", [("about", ""), ("reason", "other"), ("words", "It is mine.")]),
        (
            "/shared/REFLECTION/comments/NOTHING/reports",
            [("reason", "other"), ("words", "It is unkind.")]
        ),
        ("/desk/reports/dismissals", [("report", "NOTHING"), ("note", "It is not.")]),
        ("/desk/reports/marks", [("report", "NOTHING"), ("note", "It is.")]),
        ("/desk/reports/comments/NOTHING/dismissals", [("report", "NOTHING"), ("note", "It is not.")]),
        ("/desk/reports/comments/NOTHING/removal", [("note", "It is.")]),
        ("/admin/reasons", [("words", "Asked twice")]), ("/admin/reasons/NOTHING", [("words", "Asked twice")]),
    ]
}
