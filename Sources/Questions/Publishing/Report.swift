package import Storage

/// What a reader says is wrong with a published page. Neither who says so is kept, nor when: it may be the asker.
package struct Report: Sendable, Identifiable, Equatable {
    package let id: ID<Report>
    package let reason: Reason
    package let words: String

    package enum Reason: String, CaseIterable, Sendable {
        case known, wrong, unkind, advertising, other

        package var sentence: String {
            switch self {
            case .known: "It could make somebody known"
            case .wrong: "It is wrong, or could do harm"
            case .unkind: "It is unkind or discriminates"
            case .advertising: "It advertises"
            case .other: "Something else"
            }
        }
    }

    /// What a report is about.
    package enum Subject: Hashable, Sendable {
        case question
        case answer(by: PersonID)

        var expert: PersonID? { if case .answer(let expert) = self { expert } else { nil } }
    }

    /// What was typed, checked.
    package struct Draft: Sendable {
        package let subject: Subject
        package let reason: Reason
        package let words: String
        package static let longest = 500

        package init(subject: Subject, reason: String, words typed: String) throws(InvalidFields) {
            self.subject = subject
            words = PlainText.cleaned(typed)
            var wrong: [Invalid] = []
            let chosen = Reason(rawValue: reason)
            if chosen == nil { wrong.append(Invalid("reason", "Choose what is wrong with it.")) }
            if chosen == .other && words.isEmpty { wrong.append(Invalid("words", "Say in a few words what it is.")) }
            if words.count > Self.longest {
                wrong.append(Invalid("words", "Shorten this to \(Self.longest) characters; it has \(words.count)."))
            }
            guard wrong.isEmpty, let chosen else { throw InvalidFields(wrong) }
            self.reason = chosen
        }
    }
}

/// A published question or answer with what readers say of it.
package struct ReportedPage: Sendable {
    package let question: ID<Question>
    package let title: String
    package let subject: Report.Subject
    /// What is reported; nil where that answer is gone already.
    package let text: String?
    package let reports: [Report]
    /// Whether a moderator has decided that it should be taken down.
    package let isMarked: Bool
}
