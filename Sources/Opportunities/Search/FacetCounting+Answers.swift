import TextSearch

// What an advert answers with yes or no, or leaves open.
extension FacetCounting {
    var answers: [Facet] {
        let columns = snapshot.attributes
        let search = finding.search
        let found = finding.documents(without: .kind)
        let kind = Facet(
            name: .kind,
            values: [
                value("ongoing", "Ongoing", columns.oneOff.no, in: found, search.kind == .ongoing),
                value("one-off", "One-off, within a week", columns.oneOff.yes, in: found, search.kind == .oneOff),
                notStated(columns.oneOff.stated, in: found),
            ])
        return [
            kind,
            facet(
                .cost, .cost, "none", ("Expenses paid", columns.expenses.yes), ("Not paid", columns.expenses.no),
                search.costsNothing),
            facet(
                .checks, .checks, "none", ("No record check", columns.checks.no),
                ("Record check needed", columns.checks.yes), search.needsNoCheck),
            facet(
                .references, .references, "none", ("No references", columns.references.no),
                ("References needed", columns.references.yes), search.needsNoReferences),
            facet(
                .access, .access, "step-free", ("Step-free", columns.stepFree.yes),
                ("Not step-free", columns.stepFree.no), search.isStepFree),
        ]
    }

    private func facet(
        _ name: Facet.Name, _ part: Filter.Part, _ parameter: String, _ fits: (words: String, of: DocumentSet),
        _ contrary: (words: String, of: DocumentSet), _ isChosen: Bool
    ) -> Facet {
        let found = finding.documents(without: part)
        return Facet(
            name: name,
            values: [
                value(parameter, fits.words, fits.of, in: found, isChosen),
                value(nil, contrary.words, contrary.of, in: found, false),
                notStated(fits.of.union(contrary.of), in: found),
            ])
    }

    private func value(
        _ value: String?, _ words: String, _ documents: DocumentSet, in found: DocumentSet, _ isChosen: Bool
    ) -> Facet.Value {
        Facet.Value(value: value, words: words, count: found.count(with: documents), isChosen: isChosen)
    }
}
