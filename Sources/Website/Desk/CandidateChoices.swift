import Questions
import Storage

/// The experts a moderator chooses from, the most fitting first, each with the reasons for their place.
struct CandidateChoices {
    struct Row {
        let value: String
        let name: String
        let isChosen: Bool
        /// Of 100: how well the question fits them.
        let fit: Int
        let reasons: [String]
    }
    let hint: String
    let error: String?
    let rows: [Row]
    /// Those further down, folded away: a page with forty experts shall not bury its buttons.
    let others: [Row]
    let hasOthers: Bool
    /// Where one of them is chosen: what was chosen is never hidden.
    let opensOthers: Bool

    private static let shown = 5

    init(
        _ candidates: [Candidate], names: [PersonID: String], isAutomatic: Bool, chosen: String, error: String?
    ) {
        self.error = error
        hint =
            isAutomatic
            ? "Choose nobody, and the desk gives it to the first who is free."
            : "The most fitting first: what they answer and have answered, less what they hold already."
        let all = candidates.compactMap { candidate in
            names[candidate.id].map { name in
                Row(
                    value: candidate.id.description, name: name, isChosen: candidate.id.description == chosen,
                    fit: Int((candidate.expertise * 100).rounded()),
                    reasons: candidate.reasons)
            }
        }
        rows = Array(all.prefix(Self.shown))
        others = Array(all.dropFirst(Self.shown))
        hasOthers = !others.isEmpty
        opensOthers = others.contains(where: \.isChosen)
    }
}
