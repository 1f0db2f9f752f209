import HTTPTypes
import Hummingbird
import Members
import Questions
import Storage

/// `/ask`. Neither handler is given anything that tells who asks.
struct AskQuestion: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<AskContext>) {
        routes.get("/ask") { request, context in
            let receipt = Receipt(from: site.world)
            return try site.show(
                AskPage(topics: try await site.desk.topics(), receipt: receipt, form: try request.query), to: nil)
        }
        routes.post("/ask", use: ask)
    }

    @Sendable private func ask(_ request: Request, _ context: AskContext) async throws -> Response {
        let form = try await request.form()
        let topics = try await site.desk.topics()
        // A form that lost its receipt gets a new one, and the text stays.
        let receipt = (try? Receipt(form["receipt"])) ?? Receipt(from: site.world)
        func again(_ wrong: [Invalid], _ status: HTTPResponse.Status) throws -> Response {
            try site.show(AskPage(topics: topics, receipt: receipt, form: form, wrong: wrong), to: nil, status: status)
        }
        let draft: Question.Draft
        do {
            draft = try Question.Draft(
                topic: form["topic"], text: form["text"], agreed: form["terms"] == "yes", topics: topics)
        } catch {
            return try again(error.all, .unprocessableContent)
        }
        guard site.askGate.allows("everybody") else {
            let sentence =
                "More questions have come in this hour than the desk can take. Keep your text and send it later."
            return try again([Invalid("text", sentence)], .tooManyRequests)
        }
        switch try await site.desk.ask(draft, receipt: receipt) {
        case .accepted:
            return try site.show(AskedPage(receipt: receipt), to: nil)
        case .receiptUsed:
            let sentence =
                "This form was sent before with another text. Open the ask page anew and put this text there."
            return try again([Invalid("text", sentence)], .conflict)
        }
    }
}

struct AskPage: Page {
    static let template = "questions/ask"
    static let place: Section? = .ask
    let title = "Ask a question"
    let receipt: String
    let errors: Errors?
    let topic: Field
    let text: Field
    let termsError: String?
    let hasAgreed: Bool

    init(topics: [Topic], receipt: Receipt, form: Form, wrong: [Invalid] = []) {
        self.receipt = receipt.text
        errors = Errors(wrong)
        topic = Field(
            name: "topic", label: "What is it about?", error: wrong.sentence(for: "topic"),
            options: [Choice(value: "", words: "Choose a topic")]
                + topics.map { Choice(value: $0.slug, words: $0.name, isChosen: $0.slug == form["topic"]) })
        text = Field(
            name: "text", label: "Your question", value: form["text"],
            hint:
                "Leave out names, places, employers, dates, and anything only one person could say. 20 to 5,000 characters.",
            error: wrong.sentence(for: "text"), rows: 12, long: true)
        termsError = wrong.sentence(for: "terms")
        hasAgreed = form["terms"] == "yes"
    }
}

/// Shows the receipt, this once.
struct AskedPage: Page {
    static let template = "questions/asked"
    static let place: Section? = .ask
    let title = "Your question has arrived"
    let groups: [String]

    init(receipt: Receipt) { groups = receipt.groups }
}
