import Foundation
import Storage
import TextSearch

/// Turns a candidate into a score that says why.
///
/// A sum, so that each reason has a number of its own and the numbers add up.
struct Ranker {
    let search: Search
    let coverage: Coverage
    let today: Day

    struct Ranked {
        let candidate: Candidate
        let score: Double
        let why: [Factor]
    }

    /// Equal scores stand in the order of their numbers, so the same question over the same data has the same answer.
    func ranked(_ candidates: [Candidate]) -> [Ranked] {
        candidates.map { candidate in
            let factors = factors(of: candidate).sorted {
                ($1.value, $0.factor.rawValue) < ($0.value, $1.factor.rawValue)
            }
            return Ranked(candidate: candidate, score: factors.reduce(0) { $0 + $1.value }, why: factors)
        }
        .sorted { ($1.score, $0.candidate.number) < ($0.score, $1.candidate.number) }
    }

    private func factors(of row: Candidate) -> [Factor] {
        words(row) + skills(row) + place(row) + dates(row) + fits(row) + trust(row)
    }

    private func words(_ row: Candidate) -> [Factor] {
        let asked = search.words.words.count
        guard asked > 0 else { return [] }
        let found = coverage.found(in: row.number)
        let titled = coverage.foundInTitle(of: row.number)
        let share = coverage.share(of: row.number)
        var factors = [
            Factor(
                factor: .words, value: row.bm25 * (0.5 + share / 2),
                words: asked == found.count
                    ? (asked == 1 ? "has “\(found[0])”" : "has all \(asked) words")
                    : "has \(found.count) of \(asked) words: \(found.joined(separator: ", "))")
        ]
        if !titled.isEmpty {
            factors.append(
                Factor(
                    factor: .title, value: Weights.wordsInTitle * coverage.shareInTitle(of: row.number),
                    words: asked == 1 ? "the word is in the title" : "\(titled.count) of \(asked) words in the title"))
        }
        return factors
    }

    private func skills(_ row: Candidate) -> [Factor] {
        var factors: [Factor] = []
        if !search.develops.isEmpty {
            let (value, words) =
                coverage.gained.contains(row.number)
                ? (Weights.skillGained, "says you develop it")
                : coverage.needed.contains(row.number)
                    ? (Weights.skillNeeded, "you practise it: it is asked for")
                    : (Weights.skillImplied, "the text speaks of it")
            factors.append(Factor(factor: .develops, value: value, words: words))
        }
        if !search.brings.isEmpty {
            let isAsked = coverage.needed.contains(row.number)
            factors.append(
                Factor(
                    factor: .brings, value: isAsked ? Weights.skillNeeded : Weights.skillImplied,
                    words: isAsked ? "asks for what you bring" : "the text speaks of what you bring"))
        }
        return factors
    }

    private func place(_ row: Candidate) -> [Factor] {
        guard search.near != nil else { return [] }
        if let miles = row.miles, miles <= Double(search.within) || !row.isRemote {
            let value = Weights.nearness * Weights.halfDistance / (Weights.halfDistance + miles)
            return [Factor(factor: .distance, value: value, words: Distance.words(miles))]
        }
        return [Factor(factor: .distance, value: row.isRemote ? Weights.fromHome : 0, words: "from home")]
    }

    private func dates(_ row: Candidate) -> [Factor] {
        if let ends = row.ends, ends < today {
            return [Factor(factor: .dates, value: Weights.over, words: "its dates ended on \(ends.words)")]
        }
        guard let next = row.next, next >= today, next - today <= 30 else { return [] }
        let days = next - today
        let when = days == 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days"
        return [Factor(factor: .dates, value: Weights.soon, words: "next date \(when)")]
    }

    /// "Not stated" is told apart from "fits", and both from what the conditions have already left out.
    private func fits(_ row: Candidate) -> [Factor] {
        func factor(_ name: Factor.Name, _ isStated: Bool, _ fits: String, _ unknown: String) -> Factor {
            Factor(factor: name, value: isStated ? Weights.statedFit : 0, words: isStated ? fits : unknown)
        }
        var factors: [Factor] = []
        if search.hours != nil {
            factors.append(factor(.hours, row.hoursSaid != nil, row.hoursSaid ?? "", "hours not stated"))
        }
        if search.day != nil || search.slot != nil {
            let asked = [search.day?.name, search.slot.map { $0.rawValue + "s" }].compactMap { $0 }
            let time = asked.count == 2 ? asked.joined(separator: " ") : search.day.map { $0.name + "s" } ?? asked[0]
            factors.append(factor(.day, row.statesSlots, "fits \(time)", "days and times not stated"))
        }
        if search.costsNothing {
            factors.append(factor(.cost, row.paysExpenses == true, "expenses are paid", "expenses not stated"))
        }
        if search.needsNoCheck {
            factors.append(factor(.checks, row.needsCheck == false, "no record check", "record check not stated"))
        }
        if search.isStepFree {
            factors.append(factor(.access, row.isStepFree == true, "step-free access", "access not stated"))
        }
        return factors
    }

    private func trust(_ row: Candidate) -> [Factor] {
        var factors: [Factor] = []
        if let missing = row.missingSince {
            factors.append(
                Factor(factor: .freshness, value: Weights.notConfirmed, words: "not confirmed since \(missing.words)"))
        } else {
            let age = max(0, today - row.changed)
            let value = Weights.fresh * pow(0.5, Double(age) / Weights.halfAge)
            let verb = row.changed == row.firstSeen ? "first seen" : "changed"
            let when = age == 0 ? "today" : age == 1 ? "yesterday" : "\(age) days ago"
            factors.append(Factor(factor: .freshness, value: value, words: "\(verb) \(when)"))
        }
        let fullness = row.quality >= 0.8 ? "a full advert" : row.quality >= 0.5 ? "a fair advert" : "a thin advert"
        factors.append(Factor(factor: .quality, value: Weights.quality * row.quality, words: fullness))
        if row.isPaidResearch {
            factors.append(
                Factor(
                    factor: .paidResearch, value: Weights.paidResearch,
                    words: "pays for taking part in research: not volunteering"))
        }
        return factors
    }
}

package enum Distance {
    /// As `under a mile away`, `2.1 miles away` or `38 miles away`.
    package static func words(_ miles: Double) -> String {
        if miles < 1 { return "under a mile away" }
        let tenths = (miles * 10).rounded() / 10
        return tenths < 10 ? "\(tenths) miles away" : "\(Int(miles.rounded())) miles away"
    }
}
