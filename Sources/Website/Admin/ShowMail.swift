import Hummingbird
import Members
import Storage

/// `/admin/mail`: whether mail gets out, and what did not.
struct ShowMail: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<AdministratorContext>) {
        routes.get("/admin/mail") { request, context in
            let outbox = try await site.directory.outbox()
            return try site.show(
                MailPage(
                    failed: try await site.directory.failedMail(), failedCount: outbox.failed, waiting: outbox.waiting,
                    sendsMail: site.sendsMail),
                for: request, context)
        }
    }
}

struct MailPage: Page {
    struct Row {
        let recipient: String
        let about: String
        let tries: String
    }
    static let template = "admin/mail"
    static let place: Section? = .admin
    let title = "Mail"
    let sendsMail: Bool
    let waiting: String
    let failed: [Row]
    let hasFailed: Bool
    /// nil where all are shown.
    let more: String?

    init(failed: [Mail], failedCount: Int, waiting: Int, sendsMail: Bool) {
        self.sendsMail = sendsMail
        self.waiting =
            switch waiting {
            case 0: "No mail waits to be sent."
            case 1: "1 mail waits to be sent."
            default: "\(waiting) mails wait to be sent."
            }
        self.failed = failed.map {
            Row(
                recipient: $0.recipient.description, about: $0.kind.words,
                tries: $0.tries == 1 ? "Refused at once" : "Tried \($0.tries) times")
        }
        hasFailed = !failed.isEmpty
        more = failedCount > failed.count ? "and \(failedCount - failed.count) more" : nil
    }
}

extension Mail.Kind {
    fileprivate var words: String {
        switch self {
        case .forgotten: "A link for a new password"
        case .passwordChanged: "That a password was changed"
        case .newAddress: "A link that confirms a new address"
        case .addressChanged: "That an address was changed"
        case .joining: "A link to join"
        case .invitation: "An invitation"
        case .waiting: "That something waits"
        case .digest: "The digest of a month"
        case .savedSearches: "That saved searches found something"
        case .comments: "That somebody said something"
        }
    }
}
