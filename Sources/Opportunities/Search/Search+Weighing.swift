import TextSearch

// What a member's lean does to the weights.
extension Search {
    func nearness(_ miles: Double) -> Double { Weights.nearness(miles) * (lean == .nearer ? Weights.leaning : 1) }

    var wordsWeigh: Double { lean == .words ? Weights.leaning : 1 }

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
