/// What taking part costs and needs, where the advert says it. Nil is "not stated", which is not "no".
package struct Terms: Hashable, Sendable {
    package let paysExpenses: Bool?
    /// A criminal record check: DBS, PVG or Access NI.
    package let needsCheck: Bool?
    package let needsReferences: Bool?
    package let isStepFree: Bool?
    /// Years.
    package let minimumAge: Int?

    init(text: String, requirements: [String] = []) {
        let prose = Prose((requirements + [text]).joined(separator: "\n"))
        let expenses = prose.sentences(with: ["expenses"])
        if expenses.contains(/(?:no|not\s(?:pay|reimburse|cover))\s(?:\w+\s){0,2}expenses|expenses\s(?:are|will)\snot/)
        {
            paysExpenses = false
        } else {
            paysExpenses = expenses.contains(Self.paidExpenses) ? true : nil
        }
        let checks = prose.sentences(with: ["dbs", "pvg", "access ni", "accessni", "crb", "check"])
        if checks.contains(/\b(?:no|not\s(?:need|require)\w*)\s(?:a\s)?(?:dbs|pvg)\b/) {
            needsCheck = false
        } else {
            let named = /\b(?:dbs|pvg|access\s?ni|crb|background\schecks?|disclosure\scheck)\b/
            needsCheck = checks.contains(named) ? true : nil
        }
        needsReferences =
            prose.sentences(with: ["referen", "referee"]).contains(/\breferences\b|\breferees\b/) ? true : nil
        let access = prose.sentences(with: ["wheelchair", "step"])
        if access.contains(/\bnot\s(?:\w+\s)?(?:wheelchair|step[- ]free)/) {
            isStepFree = false
        } else {
            isStepFree = access.contains(/\bstep[- ]free\b|\bwheelchair\s(?:access|friendly|user)/) ? true : nil
        }
        let stated = requirements.compactMap { $0.wholeMatch(of: /\+(\d{2})/).flatMap { Int($0.1) } }.max()
        let age = prose.sentences(with: (10...21).map(String.init)).firstMatch(of: Self.age)
        minimumAge = stated ?? age.flatMap { Int($0.1 ?? $0.2 ?? "") }
    }

    package init(
        paysExpenses: Bool?, needsCheck: Bool?, needsReferences: Bool?, isStepFree: Bool?, minimumAge: Int?
    ) {
        self.paysExpenses = paysExpenses
        self.needsCheck = needsCheck
        self.needsReferences = needsReferences
        self.isStepFree = isStepFree
        self.minimumAge = minimumAge
    }

    private static var paidExpenses: Regex<Substring> {
        /(?:travel|out[- ]of[- ]pocket|reasonable|your|all|volunteer|agreed)\s(?:\w+\s){0,2}expenses|expenses\s(?:\w+\s){0,3}(?:reimbursed|paid|covered)|reimburse\w*\s(?:\w+\s){0,4}expenses/
    }

    private static var age: Regex<(Substring, Substring?, Substring?)> {
        /\b(?:aged?|over|minimum\sage(?:\sis|\sof|:)?)\s(1[0-9]|2[0-1])\b|\b(1[0-9]|2[0-1])\s?(?:\+|years?\s(?:and|or)\s(?:over|above|older)|or\sover)/
    }

    /// Whether an advert offers money for being studied, which is no volunteering.
    static func isPaidResearch(title: String, text: String) -> Bool {
        title.contains(/\bearn\s£\s?\d/.ignoresCase())
            || Prose(text).sentences(with: ["£"])
                .contains(/\b(?:receive|earn|paid|get)\s£\s?\d+[^.]{0,60}\b(?:research|study|studies)\b/)
    }
}
