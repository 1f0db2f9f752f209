import Questions

/// What an asker sent through the receipt and the desk has not got yet. The page shows it as done, in the boxes it was
/// written in: an empty box would read as though nothing had come.
struct SentActs {
    let reply: String?
    let appeal: String?
    /// The question in other words.
    let wording: String?
    /// The words the asker would agree to.
    let proposal: String?
    let hasAgreed: Bool
    /// nil where nothing is hidden.
    let consent: String?

    static let mayChange = "It is sent, and goes to the desk with the next batch. Until then you can change it."

    init(_ standing: Desk.Standing) {
        let sent = standing.pending
        func first(_ words: (AskerAct) -> String?) -> String? { sent.lazy.compactMap(words).first }
        reply = first { if case .reply(let reply) = $0 { reply.text } else { nil } }
        appeal = first { if case .appeal(let appeal) = $0 { appeal.words } else { nil } }
        wording = first { if case .resubmit(let wording) = $0 { wording.text } else { nil } }
        proposal = first { if case .object(proposing: let wording) = $0 { wording?.text } else { nil } }
        hasAgreed = sent.contains(.agree)
        let objects = sent.contains { $0.kind == .object }
        consent = Self.consent(hasAgreed ? .agreed : objects ? .objected : standing.consent)
    }

    private static func consent(_ consent: Consent) -> String? {
        switch consent {
        case .notNeeded: nil
        case .asked: "Do you agree that it is published like this?"
        case .agreed: "You agree that it is published like this."
        case .objected: "You do not agree that it is published like this."
        }
    }

    static func words(for act: AskerAct) -> String {
        switch act {
        case .agree: "that you agree to what is hidden"
        case .object: "that you do not agree to what is hidden"
        case .reply: "your reply to the expert"
        case .resubmit: "your question in other words"
        case .appeal: "your appeal"
        case .keepPrivate: "that the answer is for you alone"
        case .exclude: "who must not see it"
        }
    }
}
