import Questions
import Storage

/// What a moderator does to several questions at once: each on the version that stood in the list.
struct Selection {
    struct Item {
        let id: ID<Question>
        let version: Int

        /// From `ID:VERSION`.
        init?(_ value: String) {
            let sides = value.split(separator: ":").map(String.init)
            guard sides.count == 2, let id = ID<Question>(sides[0]), let version = Int(sides[1]) else { return nil }
            (self.id, self.version) = (id, version)
        }
    }

    enum Act: Equatable {
        case assign(to: PersonID)
        case decline(reason: String)
        case markUrgent, unmarkUrgent
    }

    /// What became of one of them.
    struct Outcome {
        /// As it was, or where the act was refused, as it is now; nil where it is not at the desk any more, or kept from this person.
        let question: Question?
        let refusal: Desk.Refusal?
        /// Since the version in the list, where it was refused.
        let changes: Desk.Changes?
    }

    let act: Act
    let items: [Item]

    /// - Parameter reasons: those for declining that can be chosen.
    init(_ form: Form, reasons: [Reason]) throws(InvalidFields) {
        var wrong: [Invalid] = []
        var seen: Set<ID<Question>> = []
        items = form.all("item").compactMap(Item.init).filter { seen.insert($0.id).inserted }
        if items.isEmpty { wrong.append(Invalid("items", "Select at least one question.")) }
        let act = wrong.checked { () throws(Invalid) in try Self.act(form, reasons) }
        guard wrong.isEmpty, let act else { throw InvalidFields(wrong) }
        self.act = act
    }

    private static func act(_ form: Form, _ reasons: [Reason]) throws(Invalid) -> Act {
        switch form["act"] {
        case "assign":
            guard let expert = PersonID(form["expert"]) else {
                throw Invalid("expert", "Choose the expert who should answer.")
            }
            return .assign(to: expert)
        case "decline": return .decline(reason: try grounds(form["reason"], form, reasons))
        case "duplicate":
            let typed = PlainText.cleaned(form["reason"])
            return .decline(reason: try grounds(typed.isEmpty ? Duplicate.reason : typed, form, reasons))
        case "urgent": return .markUrgent
        case "not-urgent": return .unmarkUrgent
        default: throw Invalid("act", "Choose what to do with them.")
        }
    }

    private static func grounds(
        _ sentence: String, _ form: Form, _ reasons: [Reason]
    ) throws(Invalid) -> String {
        try Grounds(chosen: form["because"], sentence: sentence, among: reasons).words
    }

    /// One transaction each: that one is refused undoes none of the others.
    func carriedOut(at desk: Desk, by person: PersonID) async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        for item in items {
            let question = try await desk.question(item.id, for: person)
            do {
                try await carryOut(on: item, at: desk, by: person)
                outcomes.append(Outcome(question: question, refusal: nil, changes: nil))
            } catch let refusal as Desk.Refusal {
                outcomes.append(
                    Outcome(
                        question: try await desk.question(item.id, for: person), refusal: refusal,
                        changes: try await desk.changes(to: item.id, since: item.version, for: person)))
            }
        }
        return outcomes
    }

    private func carryOut(on item: Item, at desk: Desk, by person: PersonID) async throws {
        switch act {
        case .assign(to: let expert):
            try await desk.assign(item.id, to: expert, version: item.version, by: person)
        case .decline(reason: let reason):
            try await desk.decline(item.id, reason: reason, version: item.version, by: person)
        case .markUrgent: try await desk.markUrgent(item.id, version: item.version, by: person)
        case .unmarkUrgent: try await desk.unmarkUrgent(item.id, version: item.version, by: person)
        }
    }
}

/// What the asker of a question that came twice reads.
enum Duplicate {
    static let reason = """
        The same question, or one very much like it, is with us already. We answer that one; look for it among the \
        published answers.
        """
}
