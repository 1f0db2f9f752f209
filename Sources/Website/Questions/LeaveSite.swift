import HTTPTypes
import Hummingbird
import Markdown

/// `/away`: where every link in an answer leads first. It tells the whole address and who will see the visit, and never
/// goes on by itself: so an answer cannot make its asker call anywhere unknowing, and nobody is led off by this site's
/// good name. It stands on the ask surface, where no session is read and nothing logged.
struct LeaveSite: Sendable {
    let site: Site

    static func path(to address: WebAddress) -> String { Address.with([("to", address.text)], at: "/away") }

    func addRoutes(to routes: RouterGroup<AskContext>) {
        routes.get("/away") { request, _ in
            guard let address = WebAddress(try request.query["to"]) else {
                throw HTTPError(
                    .badRequest,
                    message: "This is no address that a link could lead to. Go back to the page it stands on.")
            }
            return try site.show(AwayPage(address), to: nil)
        }
    }
}

struct AwayPage: Page {
    static let template = "questions/away"
    let title: String
    let address: String
    /// nil for a mailbox.
    let host: String?

    init(_ address: WebAddress) {
        title = address.isMail ? "This link writes a mail" : "This link leads to another site"
        self.address = address.text
        host = address.host
    }
}
