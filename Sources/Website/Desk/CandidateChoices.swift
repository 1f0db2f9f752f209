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
    /// Those whom the question fits.
    let rows: [Row]
    /// Those further down, and those whom it does not fit, folded away: a page with forty experts shall not bury its
    /// buttons.
    let others: [Row]
    let hasOthers: Bool
    /// Where one of them is chosen, what was chosen is not hidden; and where nobody fits there is nothing else.
    let opensOthers: Bool
    let isNobody: Bool
    let fitsNobody: Bool

    private static let shown = 5

    init(
        _ candidates: [Candidate], names: [PersonID: String], isAutomatic: Bool, chosen: String, error: String?
    ) {
        self.error = error
        hint =
            isAutomatic
            ? "Choose nobody, and the desk gives it to the first who is free."
            : "The most fitting first: what they answer and have answered, less what they hold already."
        let first = candidates.filter { $0.fits && names[$0.id] != nil }.prefix(Self.shown).map(\.id)
        func rows(_ candidates: [Candidate]) -> [Row] {
            candidates.compactMap { candidate in
                names[candidate.id].map { Row(candidate, name: $0, isChosen: candidate.id.description == chosen) }
            }
        }
        self.rows = rows(candidates.filter { first.contains($0.id) })
        others = rows(candidates.filter { !first.contains($0.id) })
        hasOthers = !others.isEmpty
        isNobody = self.rows.isEmpty && others.isEmpty
        fitsNobody = self.rows.isEmpty && hasOthers
        opensOthers = fitsNobody || others.contains(where: \.isChosen)
    }
}

extension CandidateChoices.Row {
    fileprivate init(_ candidate: Candidate, name: String, isChosen: Bool) {
        self.init(
            value: candidate.id.description, name: name, isChosen: isChosen,
            fit: Int((candidate.expertise * 100).rounded()), reasons: candidate.reasons)
    }
}
