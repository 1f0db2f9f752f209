package import Storage

/// What an asker can decide through the receipt. It reaches the desk with the next batch, shuffled among the questions
/// that came; only a withdrawal, `Desk.withdraw`, works at once.
package enum AskerAct: Sendable, Equatable {
    /// The text may be published with what is hidden in it.
    case agree
    /// It may not; or rather in these words.
    case object(proposing: Question.Wording?)
    /// To the open clarifying question.
    case reply(Reply)
    /// In other words, after changes were asked.
    case resubmit(Question.Wording)
    /// Against the decision to decline it: another moderator reads it again.
    case appeal(Appeal)
    /// The answer is for the asker alone.
    case keepPrivate
    /// All of the staff who must not see it: whoever is left out of a later list may see it again.
    case exclude(Set<PersonID>)

    /// An act without what it carries, as the database names it.
    package enum Kind: String, CaseIterable, Sendable {
        case agree = "agreed"
        case object = "objected"
        case reply = "replied"
        case resubmit = "resubmitted"
        case appeal = "appealed"
        case keepPrivate = "private"
        case exclude = "excluded"

        /// Whether it speaks to what the asker was shown, and so must not meet something else.
        var answersWhatWasShown: Bool {
            switch self {
            case .agree, .object, .reply, .resubmit, .appeal: true
            case .keepPrivate, .exclude: false
            }
        }

        /// The kinds whose earlier word this one takes the place of.
        var replaces: [Kind] {
            switch self {
            case .agree, .object: [.agree, .object]
            default: [self]
            }
        }
    }

    package var kind: Kind {
        switch self {
        case .agree: .agree
        case .object: .object
        case .reply: .reply
        case .resubmit: .resubmit
        case .appeal: .appeal
        case .keepPrivate: .keepPrivate
        case .exclude: .exclude
        }
    }

    var words: String? {
        switch self {
        case .object(let wording): wording?.text
        case .resubmit(let wording): wording.text
        case .reply(let reply): reply.text
        case .appeal(let appeal): appeal.words
        case .agree, .keepPrivate, .exclude: nil
        }
    }

    init(_ kind: Kind, words: String?, excluded: Set<PersonID>) {
        switch kind {
        case .agree: self = .agree
        case .object: self = .object(proposing: words.map(Question.Wording.init(stored:)))
        case .reply: self = .reply(Reply(stored: words ?? ""))
        case .resubmit: self = .resubmit(Question.Wording(stored: words ?? ""))
        case .appeal: self = .appeal(Appeal(stored: words ?? ""))
        case .keepPrivate: self = .keepPrivate
        case .exclude: self = .exclude(excluded)
        }
    }
}
