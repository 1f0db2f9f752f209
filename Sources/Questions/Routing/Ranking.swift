import Storage
import TextSearch

/// Ranks experts for one question: expertise × load, those who should not have it after those who may.
struct Ranking {
    let question: Question
    let fits: [SpecialtyFit]
    let past: Past
    let today: Day
    /// Absences that begin sooner are named, though they hinder nobody yet.
    let horizon: Day

    /// Of the topic: what the asker chose weighs as much as what the words say.
    private static let chosen = 0.5
    /// Of the expertise, what past answers say.
    private static let answered = 0.25
    /// With so many open questions the expertise counts half.
    private static let halfLoad = 4.0

    func candidates(_ experts: [ExpertAtWork]) -> [Candidate] {
        let words = Stem.words(in: question.text)
        return experts.map { candidate($0, words) }.sorted { left, right in
            let places = (left.hindrance?.rawValue ?? -1, right.hindrance?.rawValue ?? -1)
            if places.0 != places.1 { return places.0 < places.1 }
            if left.score != right.score { return left.score > right.score }
            return left.id.bytes.lexicographicallyPrecedes(right.id.bytes)
        }
    }

    private func candidate(_ expert: ExpertAtWork, _ words: [String]) -> Candidate {
        let own = Set(expert.topics.map(\.slug))
        let said = fits.filter { own.contains($0.topic.slug) && speaks(for: $0) }
        // Where no word says anything, the asker's choice of topic is all there is.
        let chosen = fits.contains(where: speaks) ? Self.chosen : 1
        let covered =
            (own.contains(question.topic.slug) ? chosen : 0) + (1 - chosen) * said.reduce(0) { $0 + $1.share }
        let answered = past.hits.isEmpty ? 0 : Self.answered
        let expertise = (1 - answered) * covered + answered * past.share(of: expert.id)
        let conflict = expert.conflicts.found(in: words)
        let isAway = expert.absence?.holds(today) == true
        let hindrance: Candidate.Hindrance? =
            if isAway { .away } else if question.step.expert == expert.id { .hasIt } else if conflict != nil {
                .conflict
            } else if !expert.passedOn.isEmpty { .passedOn } else { nil }
        return Candidate(
            id: expert.id, expertise: expertise, score: expertise / (1 + Double(expert.held) / Self.halfLoad),
            held: expert.held,
            reasons: obstacles(expert, conflict) + topics(own, said) + answers(expert.id) + [load(expert.held)],
            hindrance: hindrance)
    }

    /// Whether anything points to a specialty: without a word or a page for it, its share is only what is left over.
    private func speaks(for fit: SpecialtyFit) -> Bool { !fit.words.isEmpty || past.topics[fit.topic.slug] != nil }

    private func obstacles(_ expert: ExpertAtWork, _ conflict: String?) -> [String] {
        var reasons: [String] = []
        if let absence = expert.absence, absence.holds(today) {
            reasons.append("Away until \(absence.last.words).")
        } else if let absence = expert.absence, absence.first <= horizon {
            reasons.append("Away from \(absence.first.words) until \(absence.last.words).")
        }
        if question.step.expert == expert.id { reasons.append("Has it now.") }
        if let conflict { reasons.append("Declared a conflict: “\(conflict)” stands in the question.") }
        for passed in expert.passedOn {
            switch passed {
            case .declined: reasons.append("Declined this question before.")
            case .ranOut: reasons.append("Had this question before and let the time run out.")
            }
        }
        return reasons
    }

    private func topics(_ own: Set<String>, _ said: [SpecialtyFit]) -> [String] {
        var reasons: [String] = []
        if own.contains(question.topic.slug) {
            reasons.append("Answers \(question.topic.name), the topic it was asked under.")
        }
        for fit in said where fit.share >= 0.15 && !fit.words.isEmpty {
            let words = fit.words.prefix(4).map { "“\($0)”" }.joined(separator: ", ")
            reasons.append("Answers \(fit.topic.name), to which its words point (\(percent(fit.share)) %): \(words).")
        }
        return reasons.isEmpty ? ["Declared no topic that it touches."] : reasons
    }

    private func answers(_ expert: PersonID) -> [String] {
        let (own, all) = (past.count(of: expert), past.hits.count)
        return own == 0 ? [] : ["Gave \(own) of the \(all) published answers to questions most like it."]
    }

    private func load(_ held: Int) -> String {
        switch held {
        case 0: "Holds no open question."
        case 1: "Holds 1 open question."
        default: "Holds \(held) open questions."
        }
    }

    private func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
}
