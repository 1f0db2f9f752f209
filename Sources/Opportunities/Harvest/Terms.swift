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
        let all = (requirements + [text]).joined(separator: "\n")
        if all.contains(
            /(?:no|not\s(?:pay|reimburse|cover))\s(?:\w+\s){0,2}expenses|expenses\s(?:are|will)\snot/.ignoresCase())
        {
            paysExpenses = false
        } else {
            paysExpenses = all.contains(Self.expenses) ? true : nil
        }
        if all.contains(/\b(?:no|not\s(?:need|require)\w*)\s(?:a\s)?(?:DBS|PVG)\b/.ignoresCase()) {
            needsCheck = false
        } else {
            needsCheck =
                all.contains(/\b(?:DBS|PVG|Access\s?NI|CRB|background\schecks?|disclosure\scheck)\b/.ignoresCase())
                ? true : nil
        }
        needsReferences = all.contains(/\breferences\b|\breferees\b/.ignoresCase()) ? true : nil
        isStepFree =
            all.contains(/\bnot\s(?:\w+\s)?(?:wheelchair|step[- ]free)/.ignoresCase())
            ? false
            : all.contains(/\bstep[- ]free\b|\bwheelchair\s(?:access|friendly|user)/.ignoresCase()) ? true : nil
        let stated = requirements.compactMap { $0.wholeMatch(of: /\+(\d{2})/).flatMap { Int($0.1) } }.max()
        let said = all.firstMatch(
            of:
                /\b(?:aged?|over|minimum\sage(?:\sis|\sof|:)?)\s(1[0-9]|2[0-1])\b|\b(1[0-9]|2[0-1])\s?(?:\+|years?\s(?:and|or)\s(?:over|above|older)|or\sover)/
                .ignoresCase())
        minimumAge = stated ?? said.flatMap { Int($0.1 ?? $0.2 ?? "") }
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

    private static var expenses: Regex<Substring> {
        /(?:travel|out[- ]of[- ]pocket|reasonable|your|all|volunteer|agreed)\s(?:\w+\s){0,2}expenses|expenses\s(?:\w+\s){0,3}(?:reimbursed|paid|covered)|reimburse\w*\s(?:\w+\s){0,4}expenses/
            .ignoresCase()
    }

    /// Whether an advert offers money for being studied, which is no volunteering.
    static func isPaidResearch(title: String, text: String) -> Bool {
        title.contains(/\bearn\s£\s?\d/.ignoresCase())
            || text.contains(
                /\b(?:receive|earn|paid|get)\s£\s?\d+[^.]{0,60}\b(?:research|study|studies)\b/.ignoresCase())
    }
}
