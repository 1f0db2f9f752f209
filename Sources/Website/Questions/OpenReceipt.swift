import HTTPTypes
import Hummingbird
import Members
import Questions
import Storage

/// `/receipt`: how an asker comes back. The receipt is typed into a form, so that no address or log holds it.
struct OpenReceipt: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<AskContext>) {
        routes.get("/receipt") { _, _ in try site.show(ReceiptPage(), to: nil) }
        routes.post("/receipt", use: open)
    }

    @Sendable private func open(_ request: Request, _ context: AskContext) async throws -> Response {
        let typed = try await request.form()["receipt"]
        let receipt: Receipt
        do {
            receipt = try Receipt(typed)
        } catch {
            return try again(typed, error.sentence)
        }
        guard let standing = try await site.desk.standing(of: receipt) else {
            return try again(typed, "No question has this receipt. Compare it with what you saved.")
        }
        return try site.show(StandingPage(standing, names: try await site.directory.names()), to: nil)
    }

    private func again(_ typed: String, _ sentence: String) throws -> Response {
        try site.show(ReceiptPage(typed: typed, sentence: sentence), to: nil, status: .unprocessableContent)
    }
}

struct ReceiptPage: Page {
    static let template = "questions/receipt"
    static let place: Section? = .receipt
    let title = "Open your receipt"
    let errors: Errors?
    let value: String
    let error: String?

    init(typed: String = "", sentence: String? = nil) {
        value = typed
        error = sentence
        errors = Errors(sentence.map { [Invalid("receipt", $0)] } ?? [])
    }
}

struct StandingPage: Page {
    struct StepRow {
        let words: String
        let detail: String?
        let isDone: Bool
        let isCurrent: Bool
    }
    static let template = "questions/standing"
    static let place: Section? = .receipt
    let title = "Your question"
    let topic: String
    let text: String
    let redacted: [TextPiece]
    /// Whether readers see other words than the asker's.
    let isRedacted: Bool
    let steps: [StepRow]
    let sentence: String
    /// Why it was declined.
    let reason: String?
    let published: String?
    let answer: AnswerView?

    init(_ standing: Desk.Standing, names: [PersonID: String]) {
        topic = standing.topic.name
        text = standing.text
        redacted = TextPiece.pieces(ofPublished: standing.redacted)
        isRedacted = standing.text != standing.redacted
        let at = Self.place(of: standing.step)
        steps = ["Received", "With an expert", "Answered", "Published"].enumerated().map { index, words in
            StepRow(words: words, detail: nil, isDone: index < at, isCurrent: index == at)
        }
        sentence = Self.sentence(for: standing.step)
        if case .declined(let why) = standing.step { reason = why } else { reason = nil }
        published = standing.published.map { "/questions/\($0)" }
        answer = standing.answer.map { AnswerView($0, names: names, headline: nil) }
    }

    private static func place(of step: Step) -> Int {
        switch step {
        case .received, .declined: 0
        case .withExpert: 1
        case .answered: 2
        case .published: 3
        }
    }

    private static func sentence(for step: Step) -> String {
        switch step {
        case .received: "A moderator will read it next, and hide what could point to you."
        case .withExpert: "A moderator has approved it, and an expert is working on an answer."
        case .answered: "An expert has answered. A moderator reads the answer before it is published."
        case .published: "The answer is published."
        case .declined: "A moderator decided not to pass it on."
        }
    }
}
