import GRDB
package import Storage

/// Where a question stands, with what that step carries.
package enum Step: Sendable, Equatable {
    /// It waits for the next batch, and nobody at the desk knows of it.
    case arrived
    case received
    /// The asker may write it anew, and reads why. After that day it counts as declined for that reason.
    case changesAsked(String, until: Day)
    case withExpert(PersonID)
    case answered(by: PersonID)
    /// About to be published, at the next batch. Where the asker's agreement is still needed there is a last day for
    /// it; after that day they get the answer alone.
    case approved(answerBy: PersonID, until: Day?)
    case published
    case answeredPrivately
    case declined(reason: String)
    case withdrawn

    /// A step without what it carries, as the database names it.
    package enum Kind: String, CaseIterable, Sendable {
        case arrived, received
        case changesAsked = "changes asked"
        case withExpert = "with expert"
        case answered, approved, published
        case answeredPrivately = "answered privately"
        case declined, withdrawn

        package var isOpen: Bool {
            switch self {
            case .received, .changesAsked, .withExpert, .answered, .approved: true
            case .arrived, .published, .answeredPrivately, .declined, .withdrawn: false
            }
        }

        /// The steps that may follow. What is published stays; everything else the asker may withdraw.
        package var next: Set<Kind> {
            switch self {
            case .arrived: [.received, .withdrawn]
            case .received: [.changesAsked, .withExpert, .declined, .withdrawn]
            case .changesAsked: [.changesAsked, .received, .withExpert, .declined, .withdrawn]
            case .withExpert: [.withExpert, .received, .answered, .declined, .withdrawn]
            case .answered: [.answered, .withExpert, .received, .approved, .declined, .withdrawn]
            case .approved:
                [.answered, .withExpert, .received, .published, .answeredPrivately, .declined, .withdrawn]
            case .answeredPrivately: [.withdrawn]
            // Once, where the asker appeals.
            case .declined: [.received, .withdrawn]
            case .published, .withdrawn: []
            }
        }
    }

    package var kind: Kind {
        switch self {
        case .arrived: .arrived
        case .received: .received
        case .changesAsked: .changesAsked
        case .withExpert: .withExpert
        case .answered: .answered
        case .approved: .approved
        case .published: .published
        case .answeredPrivately: .answeredPrivately
        case .declined: .declined
        case .withdrawn: .withdrawn
        }
    }

    package var isOpen: Bool { kind.isOpen }
}

extension Step {
    init(row: Row) {
        let expert: PersonID? = row["expert"]
        let until: Day? = row["until"]
        let reason: String = row["reason"] ?? ""
        switch (Kind(rawValue: row["step"]), expert) {
        case (.changesAsked, _): self = .changesAsked(reason, until: until ?? Day(number: 0))
        case (.withExpert, let expert?): self = .withExpert(expert)
        case (.answered, let expert?): self = .answered(by: expert)
        case (.approved, let expert?): self = .approved(answerBy: expert, until: until)
        case (.published, _): self = .published
        case (.answeredPrivately, _): self = .answeredPrivately
        case (.declined, _): self = .declined(reason: reason)
        case (.withdrawn, _): self = .withdrawn
        default: self = .received
        }
    }

    /// Who writes or wrote the answer, while it is open.
    var expert: PersonID? {
        switch self {
        case .withExpert(let expert), .answered(by: let expert), .approved(answerBy: let expert, until: _): expert
        default: nil
        }
    }

    var reason: String? {
        switch self {
        case .changesAsked(let reason, until: _), .declined(let reason): reason
        default: nil
        }
    }

    var until: Day? {
        switch self {
        case .changesAsked(_, let until): until
        case .approved(answerBy: _, let until): until
        default: nil
        }
    }
}
