import Foundation
import HTTPTypes
import Hummingbird
import Members
import NIOCore
import Questions
import Storage

/// `/account/tokens`: a member draws the right to ask, long before asking, without anyone seeing what was drawn.
struct DrawTokens: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/account/tokens") { request, context in
            let isSuspended = try await isSuspended(context.person)
            return try site.show(TokensPage(refusal: isSuspended ? .suspended : nil), for: request, context)
        }
        routes.post("/account/tokens") { request, context in
            let type = request.headers[.contentType].flatMap(MediaType.init(from:))
            return type?.isType(.applicationJson) == true
                ? try await sign(request, context) : try await drawForMember(request, context)
        }
    }

    /// For the script: signs what it blinded.
    @Sendable private func sign(_ request: Request, _ context: MemberContext) async throws -> Response {
        let body = try await request.body.collect(upTo: 16_384)
        guard let wish = try? JSONDecoder().decode(Wish.self, from: Data(body.readableBytesView)) else {
            return try .json(Refused(error: "Send {\"epoch\": number, \"blinded\": [base64url, …]}."), .badRequest)
        }
        let key = try await site.desk.tokenKey()
        let blinded = wish.blinded.compactMap(Base64URL.decode)
        guard wish.epoch == key.epoch.number, blinded.count == wish.blinded.count, !blinded.isEmpty else {
            return try .json(Refused(error: "Fetch /ask/key again: another epoch has begun."), .conflict)
        }
        guard try await !isSuspended(context.person) else {
            return try .json(Refused(error: TokensPage.Refusal.suspended.sentence), .forbidden)
        }
        let granted = site.directory.allowance.take(blinded.count, by: context.person)
        guard granted > 0 else {
            return try .json(Refused(error: TokensPage.Refusal.usedUp.sentence), .tooManyRequests)
        }
        do {
            let signatures = try await site.desk.sign(Array(blinded.prefix(granted)))
            return try .json(Signed(signatures: signatures.map(Base64URL.encode)), .ok)
        } catch let wrong as Invalid {
            return try .json(Refused(error: wrong.sentence), .badRequest)
        }
    }

    /// Without scripts: draws one in memory and puts it into an ask form. It is in that page alone.
    @Sendable private func drawForMember(_ request: Request, _ context: MemberContext) async throws -> Response {
        _ = try await request.form()
        guard try await !isSuspended(context.person) else {
            return try site.show(TokensPage(refusal: .suspended), to: context.member, status: .forbidden)
        }
        guard site.directory.allowance.take(1, by: context.person) > 0 else {
            return try site.show(TokensPage(refusal: .usedUp), to: context.member, status: .tooManyRequests)
        }
        let token = try await site.desk.drawToken()
        let page = AskPage(
            topics: try await site.desk.topics(), receipt: token.receipt, form: Form(),
            setting: try await site.askSetting(),
            token: token)
        return try site.show(page, to: nil)
    }

    private func isSuspended(_ person: PersonID) async throws -> Bool {
        try await site.directory.suspension(of: person).map { $0 <= site.world.today } ?? false
    }

    private struct Wish: Decodable {
        let epoch: Int
        let blinded: [String]
    }
    private struct Signed: Encodable {
        let signatures: [String]
    }
    private struct Refused: Encodable {
        let error: String
    }
}

struct TokensPage: Page {
    static let template = "questions/tokens"
    static let place: Section? = .account
    let title = "An ask form without scripts"
    let refusal: String?

    enum Refusal {
        case usedUp, suspended

        var sentence: String {
            switch self {
            case .usedUp: "This week's tokens are drawn. More come next week."
            case .suspended:
                "An administrator has suspended you from asking. Tokens that you drew before still hold for their four weeks and the four after."
            }
        }
    }

    init(refusal: Refusal?) { self.refusal = refusal?.sentence }
}

/// `/ask/key`: the key that signs tokens, the same bytes for everybody.
struct PublishKey: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<AskContext>) {
        routes.get("/ask/key") { _, _ in
            let key = try await site.desk.tokenKey()
            var response = try Response.json(
                Key(
                    epoch: key.epoch.number, week: Week(containing: site.world.today).number,
                    n: Base64URL.encode(key.modulus), e: Base64URL.encode(key.exponent), fingerprint: key.fingerprint),
                .ok)
            // Every member's page fetches it, and it stays the same for weeks.
            response.headers[.cacheControl] = "max-age=600"
            return response
        }
    }

    private struct Key: Encodable {
        let epoch: Int
        let week: Int
        let n: String
        let e: String
        let fingerprint: String
    }
}
