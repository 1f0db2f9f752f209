import HTTPTypes
import Hummingbird
import Questions
import Storage
import TextSearch

/// `/questions/index.json`: every published question in a few words, the same for everybody, so that a browser can find
/// similar ones without sending what is being typed.
struct QuestionIndex: Sendable {
    let site: Site

    /// Bytes, before compression: what a phone fetches with the ask page.
    private static let mostBytes = 300_000

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/questions/index.json") { _, _ in
            var lines: [[String]] = []
            var size = 0
            for question in try await site.desk.latestTexts(2_000) {
                let line = [
                    question.id.description, Summary.title(of: question.text), question.topic,
                    Query(question.text).words.joined(separator: " "),
                ]
                // Quotes, commas and brackets beside the texts.
                size += line.reduce(16) { $0 + $1.utf8.count }
                guard size < Self.mostBytes else { break }
                lines.append(line)
            }
            var response = try Response.json(Index(questions: lines), .ok)
            response.headers[.cacheControl] = "max-age=600"
            return response
        }
    }

    private struct Index: Encodable {
        let questions: [[String]]
    }
}
