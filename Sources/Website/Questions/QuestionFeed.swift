import Foundation
import HTTPTypes
import Hummingbird
import Members
import NIOCore
import Questions
import Storage

/// `/questions/feed.atom`: the latest answers. An entry's time is the first of its month: nothing finer is known.
struct QuestionFeed: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/questions/feed.atom") { _, _ in
            let feed = FeedPage(
                community: try await site.directory.settings().name, address: site.address.absoluteString,
                questions: try await site.desk.latest(50))
            return Response(
                status: .ok, headers: [.contentType: "application/atom+xml; charset=utf-8"],
                body: ResponseBody(
                    byteBuffer: ByteBuffer(
                        string: try site.templates.render(
                            Frame(content: feed, member: nil, notice: nil, fingerprint: nil), FeedPage.template))))
        }
    }
}

struct FeedPage: Page {
    struct Entry {
        let id: String
        let title: String
        let topic: String
        let updated: String
        let text: String
    }
    static let template = "questions/feed"
    let title: String
    let address: String
    let updated: String
    let entries: [Entry]

    init(community: String, address: String, questions: [Published]) {
        title = "\(community): questions and answers"
        self.address = address
        entries = questions.map { question in
            Entry(
                id: question.id.description, title: Self.allowed(question.title), topic: question.topic.name,
                updated: "\(question.month)-01T00:00:00Z",
                text: Self.allowed(([question.text] + question.answers.map(\.plain)).joined(separator: "\n\n")))
        }
        updated = entries.first?.updated ?? "1970-01-01T00:00:00Z"
    }

    /// XML has no place for these two, however they are written; control characters never get this far.
    private static func allowed(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{FFFE}" && $0 != "\u{FFFF}" }))
    }
}
