import HTTPTypes
import Hummingbird
import Members
import Questions
import Storage

/// `/ask`. Neither handler is given anything that tells who asks.
struct AskQuestion: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<AskContext>) {
        routes.get("/ask") { request, _ in
            let page = AskPage(
                topics: try await site.desk.topics(), receipt: Receipt(from: site.world), form: try request.query,
                setting: try await site.askSetting())
            return try site.show(page, to: nil)
        }
        routes.post("/ask", use: ask)
    }

    @Sendable private func ask(_ request: Request, _ context: AskContext) async throws -> Response {
        let asking = Asking(
            form: try await request.form(), topics: try await site.desk.topics(), setting: try await site.askSetting(),
            wantsJSON: request.headers[.accept] == "application/json")
        do {
            let receipt = try await take(asking)
            return asking.wantsJSON
                ? try .json(Accepted(), .ok)
                : try site.show(AskedPage(receipt: receipt, batches: site.batches), to: nil)
        } catch let refused as Refused {
            return try again(asking, refused)
        } catch {
            // A full disk, say. Who wrote the words may have no other copy, and this form may be sent again.
            return try again(asking, .notKept)
        }
    }

    /// What was wrong, with everything that was typed.
    private func again(_ asking: Asking, _ refused: Refused) throws -> Response {
        if asking.wantsJSON { return try .json(Errors(refused.wrong), refused.status) }
        let page = AskPage(
            topics: asking.topics, receipt: asking.receipt(from: site.world), form: asking.form,
            setting: asking.setting, token: asking.token, wrong: refused.wrong)
        return try site.show(page, to: nil, status: refused.status)
    }

    /// - Throws: `Refused`, with a sentence for each field.
    private func take(_ asking: Asking) async throws -> Receipt {
        let receipt = asking.receipt(from: site.world)
        let draft: Question.Draft
        do {
            draft = try Question.Draft(
                topic: asking.form["topic"], text: asking.form["text"], agreed: asking.form["terms"] == "yes",
                topics: asking.topics)
        } catch {
            throw Refused(error.all, .unprocessableContent)
        }
        switch asking.setting.whoMayAsk {
        case .members: try await spend(asking, draft, receipt)
        case .anyone: try await pass(draft, receipt)
        }
        return receipt
    }

    private func spend(_ asking: Asking, _ draft: Question.Draft, _ receipt: Receipt) async throws {
        guard let token = asking.token else {
            throw Refused("This form holds no token. Members get one under “An ask form without scripts”.", "token")
        }
        switch try await site.desk.ask(draft, receipt: receipt, spending: token) {
        case .accepted: return
        case .receiptUsed: throw Refused.receiptUsed
        case .tokenUsed:
            throw Refused("This token was spent on another question. Open the ask page anew.", "token", .conflict)
        case .tokenExpired:
            throw Refused("This token has expired. Open the ask page anew; your text stays here.", "token")
        case .tokenForged:
            throw Refused("This token does not hold. Open the ask page anew; your text stays here.", "token")
        }
    }

    private func pass(_ draft: Question.Draft, _ receipt: Receipt) async throws {
        guard site.askGate.allows("everybody") else {
            throw Refused(
                "More questions have come in this hour than the desk can take. Keep your text and send it later.",
                "text",
                .tooManyRequests)
        }
        if try await site.desk.ask(draft, receipt: receipt) == .receiptUsed { throw Refused.receiptUsed }
    }

    /// What arrived, before it is checked.
    private struct Asking {
        let form: Form
        let topics: [Topic]
        let setting: AskSetting
        let wantsJSON: Bool

        var token: Token? { try? Token(form["token"]) }

        /// The form's own; from the token where there is none, so that a form sent twice shows the same one.
        func receipt(from world: World) -> Receipt {
            (try? Receipt(form["receipt"])) ?? token?.receipt ?? Receipt(from: world)
        }
    }

    private struct Refused: Error {
        let wrong: [Invalid]
        let status: HTTPResponse.Status

        init(_ wrong: [Invalid], _ status: HTTPResponse.Status) {
            self.wrong = wrong
            self.status = status
        }

        init(_ sentence: String, _ field: String, _ status: HTTPResponse.Status = .unprocessableContent) {
            self.init([Invalid(field, sentence)], status)
        }

        static let receiptUsed = Refused(
            "This form was sent before with another text. Open the ask page anew and put this text there.", "text",
            .conflict)
        static let notKept = Refused(
            "We could not keep your question just now. Send it again in a while: it is taken only once.", "text",
            .serviceUnavailable)
    }

    private struct Accepted: Encodable {
        let accepted = true
    }

    private struct Errors: Encodable {
        struct Item: Encodable {
            let field: String
            let sentence: String
        }
        let errors: [Item]

        init(_ wrong: [Invalid]) { errors = wrong.map { Item(field: $0.field, sentence: $0.sentence) } }
    }
}
