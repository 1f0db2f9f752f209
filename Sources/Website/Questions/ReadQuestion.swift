import Hummingbird
import Members
import Questions
import Storage

/// `/questions/{id}`: a published question with its answers; or why it was taken down.
struct ReadQuestion: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<FrontContext>) {
        routes.get("/questions/:id") { request, context in
            let id: ID<Question> = try context.id()
            switch try await site.desk.page(of: id) {
            case .open(let question, let similar):
                let isModerator = context.member?.roles.contains(.moderator) == true
                return try site.show(
                    QuestionPage(
                        question, similar: similar, names: try await site.directory.names(),
                        experts: try await site.desk.experts(), today: site.world.today,
                        desk: isModerator ? "/desk/published/\(id)" : nil,
                        own: question.answers.contains { $0.expert == context.member?.id }
                            ? "/expert/published/\(id)" : nil),
                    for: request, context)
            case .takenDown(let reason, let month):
                return try site.show(
                    TakenDownPage(reason: reason, month: month.words), to: context.member, status: .gone)
            case nil: throw HTTPError(.notFound)
            }
        }
    }
}

/// What is left of a page that was taken down.
struct TakenDownPage: Page {
    static let template = "questions/taken-down"
    static let place: Section? = .questions
    let title = "This page was taken down"
    let reason: String
    let month: String
}

struct QuestionPage: Page {
    struct Paragraph {
        let pieces: [TextPiece]
    }
    struct Link {
        let href: String
        let title: String

        init(_ reference: Published.Reference) {
            href = "/questions/\(reference.id)"
            title = reference.title
        }
    }
    static let template = "questions/question"
    static let place: Section? = .questions
    let title: String
    let id: String
    let heading: [TextPiece]
    let topic: String
    let slug: String
    let month: String
    /// `2026-11`, for programs.
    let published: String
    /// What follows the heading.
    let paragraphs: [Paragraph]
    let isLonger: Bool
    let answers: [AnswerView]
    let answerCount: Int
    let successor: Link?
    let predecessors: [Link]
    let similar: [Link]
    let hasSimilar: Bool
    /// Where a moderator corrects it; nil for everybody else.
    let desk: String?
    /// Where its author proposes a correction; nil for everybody else.
    let own: String?

    init(
        _ question: Published, similar: [Published.Reference], names: [PersonID: String], experts: [Expert], today: Day,
        desk: String?, own: String?
    ) {
        title = question.title
        id = question.id.description
        heading = TextPiece.pieces(ofPublished: question.title)
        topic = question.topic.name
        slug = question.topic.slug
        month = question.month.words
        published = question.month.description
        paragraphs = Paragraphs.of(Summary.rest(of: question.text)).map {
            Paragraph(pieces: TextPiece.pieces(ofPublished: $0))
        }
        isLonger = !paragraphs.isEmpty
        answers = question.answers.map { answer in
            AnswerView(
                answer, names: names, headline: experts.first { $0.id == answer.expert }?.headline, today: today)
        }
        answerCount = answers.count
        successor = question.successor.map(Link.init)
        predecessors = question.predecessors.map(Link.init)
        self.similar = similar.map(Link.init)
        hasSimilar = !similar.isEmpty
        self.desk = desk
        self.own = own
    }
}
