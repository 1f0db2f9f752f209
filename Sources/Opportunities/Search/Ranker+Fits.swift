import Storage
import TextSearch

extension Ranker {
    /// "Not stated" is told apart from "fits", and both from what the conditions have already left out.
    func fits(_ row: Candidate) -> [Reason] {
        func factor(
            _ name: Factor.Name, _ isStated: Bool, _ fits: @autoclosure @escaping () -> String, _ unknown: String
        ) -> Reason {
            Reason(factor: name, value: isStated ? Weights.statedFit : 0, words: isStated ? fits() : unknown)
        }
        let columns = snapshot.attributes
        var factors: [Reason] = []
        if search.hours != nil {
            factors.append(
                factor(.hours, row.hours != nil, row.hours.map(HoursAWeek.words) ?? "", "hours not stated"))
        }
        if search.day != nil || search.slot != nil {
            let asked = [search.day?.name, search.slot.map { $0.rawValue + "s" }].compactMap { $0 }
            let time = asked.count == 2 ? asked.joined(separator: " ") : search.day.map { $0.name + "s" } ?? asked[0]
            let states = columns.times.stated.contains(row.document)
            factors.append(factor(.day, states, "fits \(time)", "days and times not stated"))
        }
        if let kind = search.kind {
            let states = columns.oneOff.stated.contains(row.document)
            factors.append(factor(.kind, states, kind.rawValue, "dates not stated"))
        }
        if search.costsNothing {
            let pays = columns.expenses.yes.contains(row.document)
            factors.append(factor(.cost, pays, "expenses are paid", "expenses not stated"))
        }
        if search.needsNoCheck {
            let isFree = columns.checks.no.contains(row.document)
            factors.append(factor(.checks, isFree, "no record check", "record check not stated"))
        }
        if search.needsNoReferences {
            let isFree = columns.references.no.contains(row.document)
            factors.append(factor(.references, isFree, "no references", "references not stated"))
        }
        if search.isStepFree {
            let isOpen = columns.stepFree.yes.contains(row.document)
            factors.append(factor(.access, isOpen, "step-free access", "access not stated"))
        }
        if let age = search.age {
            let states = columns.minimumAges[row.document] != Attributes.noAge
            factors.append(factor(.age, states, "takes people of \(age)", "age not stated"))
        }
        return factors
    }
}
