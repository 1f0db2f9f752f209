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
        if Self.holds(Self.unpaidExpenses, expenses) {
            paysExpenses = false
        } else {
            paysExpenses = Self.holds(Self.paidExpenses, expenses) ? true : nil
        }
        if Self.holds(Self.noCheck, prose.sentences(with: ["dbs", "pvg"])) {
            needsCheck = false
        } else {
            let checks = prose.sentences(with: ["dbs", "pvg", "access", "crb", "background", "disclosure"])
            needsCheck = Self.holds(Self.check, checks) ? true : nil
        }
        needsReferences =
            Self.holds(Self.references, prose.sentences(with: ["references", "referees"])) ? true : nil
        let access = prose.sentences(with: ["wheelchair", "step-free", "step free"])
        if Self.holds(Self.steps, access) {
            isStepFree = false
        } else {
            isStepFree = Self.holds(Self.stepFree, access) ? true : nil
        }
        let stated = requirements.compactMap { Self.stated(age: $0) }.max()
        let ages = prose.sentences(with: Self.ages, and: ["age", "over", "+", "year"])
        let age = ages.isEmpty ? nil : ages.firstMatch(of: Self.age)
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

    private static func holds(_ pattern: Regex<Substring>, _ sentences: String) -> Bool {
        !sentences.isEmpty && sentences.contains(pattern)
    }

    /// As `+18`.
    private static func stated(age text: String) -> Int? {
        let digits = text.dropFirst()
        return text.hasPrefix("+") && digits.utf8.count == 2 && digits.allSatisfy(\.isNumber) ? Int(digits) : nil
    }

    private static let ages = (10...21).map(String.init)

    // A pattern is read anew wherever it stands in code, which takes longer than to match it. Regex is not Sendable
    // because it may hold closures; these hold none, and matching changes nothing in them.
    nonisolated(unsafe) private static let unpaidExpenses =
        /(?:no|not\s(?:pay|reimburse|cover))\s(?:\w+\s){0,2}expenses|expenses\s(?:are|will)\snot/
    nonisolated(unsafe) private static let noCheck = /\b(?:no|not\s(?:need|require)\w*)\s(?:a\s)?(?:dbs|pvg)\b/
    nonisolated(unsafe) private static let check =
        /\b(?:dbs|pvg|access\s?ni|crb|background\schecks?|disclosure\scheck)\b/
    nonisolated(unsafe) private static let references = /\breferences\b|\breferees\b/
    nonisolated(unsafe) private static let steps = /\bnot\s(?:\w+\s)?(?:wheelchair|step[- ]free)/
    nonisolated(unsafe) private static let stepFree = /\bstep[- ]free\b|\bwheelchair\s(?:access|friendly|user)/
    nonisolated(unsafe) private static let earning = /\bearn\s£\s?\d/.ignoresCase()
    nonisolated(unsafe) private static let paid =
        /\b(?:receive|earn|paid|get)\s£\s?\d+[^.]{0,60}\b(?:research|study|studies)\b/
    nonisolated(unsafe) private static let paidExpenses =
        /(?:travel|out[- ]of[- ]pocket|reasonable|your|all|volunteer|agreed)\s(?:\w+\s){0,2}expenses|expenses\s(?:\w+\s){0,3}(?:reimbursed|paid|covered)|reimburse\w*\s(?:\w+\s){0,4}expenses/

    nonisolated(unsafe) private static let age =
        /\b(?:aged?|over|minimum\sage(?:\sis|\sof|:)?)\s(1[0-9]|2[0-1])\b|\b(1[0-9]|2[0-1])\s?(?:\+|years?\s(?:and|or)\s(?:over|above|older)|or\sover)/

    /// Whether an advert offers money for being studied, which is no volunteering.
    static func isPaidResearch(title: String, text: String) -> Bool {
        if title.contains("£"), title.contains(earning) { return true }
        guard text.utf8.contains(0xA3) else { return false }
        return holds(paid, Prose(text).sentences(with: ["£"]))
    }
}
