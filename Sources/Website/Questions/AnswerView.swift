import Markdown
import Questions
import Storage

/// An answer with who wrote it.
struct AnswerView {
    struct Source {
        let title: String
        let href: String
        let address: String
        let host: String
    }
    let name: String
    let initials: String
    let headline: String?
    let buildsOn: String?
    /// That the day for reading it again has passed.
    let stale: String?
    let blocks: [BlockView]
    let sources: [Source]
    let hasSources: Bool
    let correction: String?
    let reviewBy: String?

    init(_ answer: Answer, names: [PersonID: String], headline: String?, today: Day) {
        name = Self.name(of: answer.expert, names)
        initials = Initials.of(name)
        self.headline = headline
        buildsOn = answer.buildsOn.map { "Building on the answer by \(Self.name(of: $0, names))" }
        let isPast = answer.reviewBy.map { $0 < today.month } ?? false
        stale = answer.reviewBy.filter { _ in isPast }.map {
            "This answer was to be reviewed by \($0.words). Some of it may no longer hold."
        }
        reviewBy = answer.reviewBy.filter { _ in !isPast }.map { "To be reviewed by \($0.words)." }
        blocks = BlockView.blocks(of: answer.text)
        sources = answer.sources.map {
            Source(
                title: $0.title, href: LeaveSite.path(to: $0.address), address: $0.address.text,
                host: $0.address.host ?? "")
        }
        hasSources = !sources.isEmpty
        correction = answer.correction.map { "Corrected in \($0.month.words): \($0.note)" }
    }

    private static func name(of person: PersonID, _ names: [PersonID: String]) -> String {
        names[person] ?? "A former expert"
    }
}

extension Optional {
    fileprivate func filter(_ isKept: (Wrapped) -> Bool) -> Wrapped? { flatMap { isKept($0) ? $0 : nil } }
}
