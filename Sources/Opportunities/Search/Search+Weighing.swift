import TextSearch

// What a member's lean does to the weights.
extension Search {
    func nearness(_ miles: Double) -> Double { Weights.nearness(miles) * (lean == .nearer ? Weights.leaning : 1) }

    var wordsWeigh: Double { lean == .words ? Weights.leaning : 1 }

    func skilled(_ document: Int, _ skills: Skills) -> Double {
        developed(document, skills) + brought(document, skills)
    }

    func developed(_ document: Int, _ skills: Skills) -> Double {
        guard !develops.isEmpty else { return 0 }
        if skills.gained.contains(document) { return Weights.skillGained }
        return skills.needed.contains(document) ? Weights.skillNeeded : Weights.skillImplied
    }

    func brought(_ document: Int, _ skills: Skills) -> Double {
        guard !brings.isEmpty else { return 0 }
        return skills.needed.contains(document) ? Weights.skillNeeded : Weights.skillImplied
    }

    /// What a reason that a member leans to says of itself.
    func weighed(_ own: Lean) -> String { lean == own ? ", counted three times" : "" }

    /// Who states what fits, of each thing that is asked and may be left unsaid.
    func statedFits(_ snapshot: Snapshot) -> [DocumentSet] {
        let columns = snapshot.attributes
        return [
            hours == nil ? nil : columns.weeklyHours.stated,
            day == nil && slot == nil ? nil : columns.times.stated,
            kind == nil ? nil : columns.oneOff.stated,
            costsNothing ? columns.expenses.yes : nil, needsNoCheck ? columns.checks.no : nil,
            needsNoReferences ? columns.references.no : nil, isStepFree ? columns.stepFree.yes : nil,
            age == nil ? nil : columns.ages.stated,
        ].compactMap(\.self)
    }
}
