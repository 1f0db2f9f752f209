import Hummingbird
import Members
import Questions
import Storage

/// `/questions/{id}`: a published question with its answers.
struct ReadQuestion: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/questions/:id") { request, context in
            guard let question = try await site.desk.published(try context.id()) else { throw HTTPError(.notFound) }
            let experts = try await site.desk.experts()
            return try site.show(
                QuestionPage(question, names: try await site.directory.names(), experts: experts), for: request, context
            )
        }
    }
}

struct QuestionPage: Page {
    static let template = "questions/question"
    static let place: Section? = .questions
    let title: String
    let id: String
    let heading: [TextPiece]
    let topic: String
    let slug: String
    let month: String
    /// What follows the heading.
    let paragraphs: [Paragraph]
    let isLonger: Bool
    let answers: [AnswerView]

    struct Paragraph {
        let pieces: [TextPiece]
    }

    init(_ question: Published, names: [PersonID: String], experts: [Expert]) {
        title = question.title
        id = question.id.description
        heading = TextPiece.pieces(ofPublished: question.title)
        topic = question.topic.name
        slug = question.topic.slug
        month = question.month.words
        paragraphs = Paragraphs.of(Summary.rest(of: question.text)).map {
            Paragraph(pieces: TextPiece.pieces(ofPublished: $0))
        }
        isLonger = !paragraphs.isEmpty
        answers = question.answers.map { answer in
            AnswerView(answer, names: names, headline: experts.first { $0.id == answer.expert }?.headline)
        }
    }
}
