import Foundation
import Storage
import TextSearch

/// Turns a candidate into a score that says why.
///
/// A sum, so that each reason has a number of its own and the numbers add up.
struct Ranker {
    let search: Search
    let coverage: Coverage
    let snapshot: Snapshot

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

    /// Equal scores stand in the order of their numbers, so the same question over the same data has the same answer.
    func ranked(_ candidates: [Candidate]) -> [Ranked] {
        candidates.map { candidate in
            let reasons = reasons(for: candidate)
            return Ranked(candidate: candidate, score: reasons.reduce(0) { $0 + $1.value }, reasons: reasons)
        }
        .sorted { ($1.score, $0.candidate.number) < ($0.score, $1.candidate.number) }
    }

    private func reasons(for row: Candidate) -> [Reason] {
        words(row) + skills(row) + place(row) + dates(row) + fits(row) + trust(row)
    }

    private func words(_ row: Candidate) -> [Reason] {
        let asked = search.words.words.count
        guard asked > 0 else { return [] }
        let found = coverage.found(in: row.number)
        let titled = coverage.foundInTitle(of: row.number)
        let share = coverage.share(of: row.number)
        var factors = [
            Reason(
                factor: .words, value: search.wordsWeigh * row.text * (0.5 + share / 2),
                words: asked == found.count
                    ? (asked == 1 ? "has “\(found[0])”" : "has all \(asked) words")
                    : "has \(found.count) of \(asked) words: \(found.joined(separator: ", "))")
        ]
        if !titled.isEmpty {
            factors.append(
                Reason(
                    factor: .title,
                    value: search.wordsWeigh * Weights.wordsInTitle * coverage.shareInTitle(of: row.number),
                    words: asked == 1 ? "the word is in the title" : "\(titled.count) of \(asked) words in the title"))
        }
        return factors
    }

    private func skills(_ row: Candidate) -> [Reason] {
        var factors: [Reason] = []
        if !search.develops.isEmpty {
            let (value, words) =
                coverage.gained.contains(row.number)
                ? (Weights.skillGained, "says you develop it")
                : coverage.needed.contains(row.number)
                    ? (Weights.skillNeeded, "you practise it: it is asked for")
                    : (Weights.skillImplied, "the text speaks of it")
            factors.append(Reason(factor: .develops, value: value, words: words))
        }
        if !search.brings.isEmpty {
            let isAsked = coverage.needed.contains(row.number)
            factors.append(
                Reason(
                    factor: .brings, value: isAsked ? Weights.skillNeeded : Weights.skillImplied,
                    words: isAsked ? "asks for what you bring" : "the text speaks of what you bring"))
        }
        return factors
    }

    private func place(_ row: Candidate) -> [Reason] {
        guard search.near != nil else { return [] }
        if let miles = row.miles {
            return [Reason(factor: .distance, value: search.nearness(miles), words: Distance.words(miles))]
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
