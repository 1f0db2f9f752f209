import Foundation
import Storage
import TextSearch

/// Turns a candidate into a score that says why.
///
/// A sum, so that each reason has a number of its own and the numbers add up.
struct Ranker {
    let finding: Finding

    var search: Search { finding.search }
    var snapshot: Snapshot { finding.snapshot }
    private var today: Day { snapshot.day }

    struct Ranked {
        let candidate: Candidate
        let score: Double
        let reasons: [Reason]

        /// They add up to the score, the weightiest first.
        var why: [Factor] {
            reasons.map(\.factor).sorted { ($1.value, $0.factor.rawValue) < ($0.value, $1.factor.rawValue) }
        }
    }

    /// The order is that of the candidates.
    func ranked(_ candidates: [Candidate]) -> [Ranked] {
        candidates.map { candidate in
            let reasons = reasons(for: candidate)
            return Ranked(candidate: candidate, score: reasons.reduce(0) { $0 + $1.value }, reasons: reasons)
        }
    }

    private func reasons(for row: Candidate) -> [Reason] {
        words(row) + skills(row) + place(row) + dates(row) + fits(row) + trust(row)
    }

    private func words(_ row: Candidate) -> [Reason] {
        guard let parts = row.hit?.parts else { return [] }
        let scale = Weights.points * search.wordsWeigh
        let ideas = finding.understood.wanted.ideas
        var reasons = [
            Reason(
                factor: .words, value: scale * parts.text,
                words: Self.words(ideas.map(\.word), held: parts.ideas, titled: parts.titled)
                    + search.weighed(.words))
        ]
        if parts.closeness > 0 {
            let words = ideas.count > 1 ? "the words stand close together" : "the very word you typed"
            reasons.append(Reason(factor: .closeness, value: scale * parts.closeness, words: words))
        }
        if parts.likeTheBest > 0 {
            reasons.append(
                Reason(factor: .alike, value: scale * parts.likeTheBest, words: "speaks of what the best matches do"))
        }
        return reasons
    }

    /// - Parameters:
    ///   - held: a bit for each of the words, as are those of `titled`.
    private static func words(_ asked: [String], held: UInt64, titled: UInt64) -> String {
        let found = asked.enumerated().filter { held & (1 << UInt64($0.offset)) != 0 }.map(\.element)
        let has =
            switch (found.count, asked.count) {
            case (0, _): "says it in other words"
            case (1, 1): "has “\(found[0])”"
            case (let some, let all) where some == all: "has all \(all) words"
            default: "has \(found.count) of \(asked.count) words: \(found.joined(separator: ", "))"
            }
        let inTitle = titled.nonzeroBitCount
        if inTitle == 0 { return has }
        return has
            + (asked.count == 1 ? ", in the title" : ", \(inTitle == found.count ? "all" : "\(inTitle)") in the title")
    }

    private func skills(_ row: Candidate) -> [Reason] {
        let skills = finding.skills
        var factors: [Reason] = []
        if !search.develops.isEmpty {
            let words =
                skills.gained.contains(row.document)
                ? "says you develop it"
                : skills.needed.contains(row.document) ? "you practise it: it is asked for" : "the text speaks of it"
            factors.append(Reason(factor: .develops, value: search.developed(row.document, skills), words: words))
        }
        if !search.brings.isEmpty {
            let words =
                skills.needed.contains(row.document) ? "asks for what you bring" : "the text speaks of what you bring"
            factors.append(Reason(factor: .brings, value: search.brought(row.document, skills), words: words))
        }
        return factors
    }

    private func place(_ row: Candidate) -> [Reason] {
        guard search.near != nil else { return [] }
        if let miles = row.miles {
            return [
                Reason(
                    factor: .distance, value: search.nearness(miles),
                    words: Distance.words(miles) + search.weighed(.nearer))
            ]
        }
        return [Reason(factor: .distance, value: Weights.fromHome, words: "from home")]
    }

    private func dates(_ row: Candidate) -> [Reason] {
        if let ends = row.ends, ends < today {
            return [Reason(factor: .dates, value: Weights.over, words: "its dates ended on \(ends.words)")]
        }
        guard let next = row.next, next >= today else { return [] }
        let days = next - today
        guard days <= Weights.soonDays || search.lean == .sooner else { return [] }
        let value =
            (days <= Weights.soonDays ? Weights.soon : 0)
            + (search.lean == .sooner ? Weights.sooner(inDays: days) : 0)
        let when = days == 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days"
        return [Reason(factor: .dates, value: value, words: "next date \(when)")]
    }

    private func trust(_ row: Candidate) -> [Reason] {
        var factors: [Reason] = []
        if let missing = row.missingSince {
            factors.append(
                Reason(factor: .freshness, value: Weights.notConfirmed, words: "not confirmed since \(missing.words)"))
        } else {
            let age = max(0, today - row.changed)
            let value = Weights.freshness(afterDays: age)
            let verb = row.changed == row.firstSeen ? "first seen" : "changed"
            let when = age == 0 ? "today" : age == 1 ? "yesterday" : "\(age) days ago"
            factors.append(Reason(factor: .freshness, value: value, words: "\(verb) \(when)"))
        }
        let fullness = row.quality >= 0.8 ? "a full advert" : row.quality >= 0.5 ? "a fair advert" : "a thin advert"
        factors.append(Reason(factor: .quality, value: Weights.quality * row.quality, words: fullness))
        if row.isPaidResearch {
            factors.append(
                Reason(
                    factor: .paidResearch, value: Weights.paidResearch,
                    words: "pays for taking part in research: not volunteering"))
        }
        return factors
    }
}
