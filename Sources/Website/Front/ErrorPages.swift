import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import Members
import Storage

/// Turns what went wrong into a page with one plain sentence. Details go to the log alone.
struct ErrorPages: RouterMiddleware {
    let site: Site
    /// Whether failures go unlogged, as on the ask surface, where a line's time could be laid beside a question.
    let isSilent: Bool

    func handle(
        _ request: Request, context: FrontContext, next: (Request, FrontContext) async throws -> Response
    ) async throws -> Response {
        do {
            do {
                return try await next(request, context)
            } catch is SignInNeeded {
                // Within, because the form may be one that cannot be read.
                return try await signIn(request)
            } catch is RoleNeeded {
                return try await forbid(request, context)
            }
        } catch let error as any HTTPResponseError {
            let message = (error as? HTTPError)?.body
            return try page(
                context, error.status, error.status == .badRequest || error.status == .forbidden ? message : nil)
        } catch is PasswordHasher.Busy {
            return try page(context, .serviceUnavailable, "Many people are signing in just now. Try again in a minute.")
        } catch {
            if !isSilent {
                context.logger.error("\(request.method) \(context.endpointPath ?? "no route") failed: \(error)")
            }
            return try page(context, .internalServerError, isSilent ? Self.unnoted : nil)
        }
    }

    private static let unnoted = """
        What you sent may not be kept. Nothing of it is noted here, so that nothing points to you; please try again.
        """

    private func page(
        _ context: FrontContext, _ status: HTTPResponse.Status, _ sentence: String?
    ) throws -> Response {
        try site.show(ErrorPage(status: status, sentence: sentence), to: context.member, status: status)
    }

    /// Leads to the sign-in; but who sent a form gets back what they typed first.
    private func signIn(_ request: Request) async throws -> Response {
        guard request.method == .post else {
            return .seeOther("/sign-in?next=" + Address.escaped(request.uri.description))
        }
        return try site.show(SignedOutPage(typed: try await typed(request)), to: nil, status: .unauthorized)
    }

    /// Somebody may have lost their role while they wrote.
    private func forbid(_ request: Request, _ context: FrontContext) async throws -> Response {
        // A form that cannot be read changes nothing: the door is shut all the same.
        let typed = request.method == .post ? (try? await typed(request)) ?? [] : []
        guard !typed.isEmpty else { return try page(context, .forbidden, nil) }
        return try site.show(RoleLostPage(typed: typed), to: context.member, status: .forbidden)
    }

    private func typed(_ request: Request) async throws -> [TypedText] {
        // What came as a file cannot be given back.
        if request.headers[.contentType]?.hasPrefix("multipart/form-data") == true { return [] }
        return TypedText.all(in: try await request.form())
    }
}

struct ErrorPage: Page {
    static let template = "errors/error"
    let title: String
    let sentence: String

    init(status: HTTPResponse.Status, sentence: String?) {
        switch status {
        case .notFound:
            title = "There is no such page"
            self.sentence = "It may have been moved or taken down, or the address has a slip in it."
        case .forbidden:
            title = "This page is not for you"
            self.sentence = sentence ?? "It needs a role that you do not hold. An administrator can give it to you."
        case .contentTooLarge:
            title = "That is too much at once"
            self.sentence = "Go back, where your text still is, and send a shorter one."
        case .internalServerError:
            title = "Something broke on our side"
            self.sentence =
                sentence ?? "What you sent may not be kept. We have noted what happened; please try again."
        case .serviceUnavailable:
            title = "Too busy for a moment"
            self.sentence = sentence ?? "Try again in a minute."
        default:
            title = "That did not work"
            self.sentence = sentence ?? "The request could not be understood. Go back and try again."
        }
    }
}

/// Shown to somebody whose session ended while they wrote.
struct SignedOutPage: Page {
    static let template = "errors/signed-out"
    let title = "You are signed out"
    let typed: [TypedText]
    let hasTyped: Bool

    init(typed: [TypedText]) {
        self.typed = typed
        hasTyped = !typed.isEmpty
    }
}

/// Shown to somebody who sent a form of a role they do not hold, or hold no more.
struct RoleLostPage: Page {
    static let template = "errors/role-lost"
    let title = "This page is not for you"
    let typed: [TypedText]
}
