import HTTPTypes
import Hummingbird
import Members
import Questions
import Storage

/// `/receipt`: how an asker comes back, and what they can decide. The receipt is typed into a form and goes along in
/// each, so that no address or log holds it.
struct OpenReceipt: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<AskContext>) {
        routes.get("/receipt") { _, _ in try site.show(ReceiptPage(), to: nil) }
        routes.post("/receipt") { request, _ in try await act(request) { _, _, _ in } }
        routes.post("/receipt/agreement") { request, _ in
            try await act(request, .agree)
        }
        routes.post("/receipt/objection") { request, _ in
            try await act(request) { form, receipt, version in
                let wording = form["text"].isEmpty ? nil : try Question.Wording(form["text"])
                try await site.desk.take(.object(proposing: wording), through: receipt, version: version)
            }
        }
        routes.post("/receipt/reply") { request, _ in
            try await act(request) { form, receipt, version in
                try await site.desk.take(.reply(try Reply(form["reply"])), through: receipt, version: version)
            }
        }
        routes.post("/receipt/wording") { request, _ in
            try await act(request) { form, receipt, version in
                let wording = try Question.Wording(form["text"])
                try await site.desk.take(.resubmit(wording), through: receipt, version: version)
            }
        }
        routes.post("/receipt/appeal") { request, _ in
            try await act(request) { form, receipt, version in
                try await site.desk.take(.appeal(try Appeal(form["appeal"])), through: receipt, version: version)
            }
        }
        routes.post("/receipt/privacy") { request, _ in
            try await act(request, .keepPrivate)
        }
        routes.post("/receipt/exclusions") { request, _ in
            try await act(request) { form, receipt, version in
                let people = Set(form.all("person").compactMap(PersonID.init))
                try await site.desk.take(.exclude(people), through: receipt, version: version)
            }
        }
        routes.post("/receipt/withdrawal") { request, _ in
            try await act(request) { _, receipt, _ in try await site.desk.withdraw(receipt) }
        }
    }

    private func act(_ request: Request, _ act: AskerAct) async throws -> Response {
        try await self.act(request) { _, receipt, version in
            try await site.desk.take(act, through: receipt, version: version)
        }
    }

    /// Does what the asker decided and shows where the question stands; where it cannot be done, says why and gives
    /// back what was typed.
    private func act(
        _ request: Request, _ deed: (Form, Receipt, _ version: Int) async throws -> Void
    ) async throws -> Response {
        let form = try await request.form()
        let receipt: Receipt
        do {
            receipt = try Receipt(form["receipt"])
        } catch {
            return try again(form["receipt"], error.sentence, lost: Self.typed(in: form))
        }
        do {
            try await deed(form, receipt, Int(form["version"]) ?? 0)
            return try await show(receipt)
        } catch let wrong as Invalid {
            return try await show(receipt, form, wrong, .unprocessableContent)
        } catch let refusal as Desk.Refusal {
            return try await show(receipt, form, refusal.toAsker, .conflict)
        } catch {
            // A full disk, say: what was written comes back as long as there is a page to put it on.
            let sentence = "We could not do that just now. What you wrote stays here: send it again in a while."
            return try await show(receipt, form, Invalid("standing", sentence), .serviceUnavailable)
        }
    }

    private func show(
        _ receipt: Receipt, _ form: Form = Form(), _ wrong: Invalid? = nil, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard let standing = try await site.desk.standing(of: receipt) else {
            return try again(
                receipt.text, "No question has this receipt. Compare it with what you saved.",
                lost: Self.typed(in: form))
        }
        let staff = try await site.directory.members().filter { !$0.roles.isDisjoint(with: [.expert, .moderator]) }
        let page = StandingPage(
            standing, receipt: receipt, staff: staff, today: site.world.today, form: form,
            wrong: wrong.map { [$0] } ?? [])
        return try site.show(page, to: nil, status: status)
    }

    /// What an asker may have written, in whichever form it came: there is one box in each.
    private static func typed(in form: Form) -> String { form["reply"] + form["text"] + form["appeal"] }

    private func again(_ typed: String, _ sentence: String, lost: String = "") throws -> Response {
        try site.show(
            ReceiptPage(typed: typed, sentence: sentence, lost: lost), to: nil, status: .unprocessableContent)
    }
}

extension Desk.Refusal {
    /// What the asker reads.
    fileprivate var toAsker: Invalid {
        switch self {
        case .changedMeanwhile:
            Invalid("standing", "The desk has gone on since you opened this page. See what is new, then decide again.")
        case .alreadyPublished: Invalid("standing", "It is published already, so it can no longer be withdrawn here.")
        default: Invalid("standing", "That is no longer possible at this step.")
        }
    }
}

struct ReceiptPage: Page {
    static let template = "questions/receipt"
    static let place: Section? = .receipt
    let title = "Open your receipt"
    let errors: Errors?
    let value: String
    let error: String?
    /// What was typed, as the receipt was shown: a box on a phone holds less than a receipt.
    let groups: [String]
    let hasGroups: Bool
    /// What was typed beside the receipt.
    let lost: String?

    init(typed: String = "", sentence: String? = nil, lost: String = "") {
        self.lost = lost.isEmpty ? nil : lost
        value = typed
        error = sentence
        let letters = Array(typed.filter { $0.isLetter || $0.isNumber }.uppercased().prefix(60))
        groups = stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
        hasGroups = groups.count > 1
        errors = Errors(sentence.map { [Invalid("receipt", $0)] } ?? [])
    }
}
