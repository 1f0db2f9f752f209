import Foundation
import HTTPTypes
import LearningSpace
import Members
import Storage

struct ReflectionPage: Page {
    static let template = "space/reflection"
    static let place: Section? = .space
    let title: String
    let id: String
    /// The same, for where another id stands nearer.
    let reflection: String
    let ownerName: String
    let isOwn: Bool
    let saved: String
    let until: String?
    let origin: OriginView?
    let cycle: [StageMark]
    let stages: [StageView]
    let status: Status
    let shares: [ShareRow]
    let threads: [CommentView]
    let errors: Errors?
    /// Whether the owner is told of the first reading.
    let tellsOwner: Bool
    /// Nil for who is not the owner.
    let share: ShareForm?
    let comment: CommentForm
    let tags: [TagLink]
    /// A question to go deeper with; nil where there is no cause, and for everybody but the owner.
    let deeper: String?
    let notes: [NoteView]
    let noteForm: NoteForm?
    /// Nil for everybody but the owner.
    let nextSteps: NextStepsView?
    /// The activity it was begun from; nil for everybody but the owner.
    let activity: GoalRow.Link?

    init(
        _ reading: Reading, goals: [Goal], activity: Activity?, names: [PersonID: String],
        sharing: ShareForm.Around, key: SendingKey, now: Date, replyingTo reply: ID<Comment>?, form: Form,
        wrong: [Invalid]
    ) {
        let (reflection, today) = (reading.reflection, Day(containing: now))
        title = reflection.title
        id = reflection.id.description
        self.reflection = id
        ownerName = names[reflection.owner] ?? "A former member"
        saved = Day(containing: reflection.saved).words
        origin = reflection.origin.map(OriginView.init)
        cycle = reflection.stages.map { StageMark(words: $0.asks.title, isDone: $0.isWritten) }
        stages = StageView.views(of: reading)
        switch reading.access {
        case .owner(let standing):
            (isOwn, until, status) = (true, nil, standing.isEmpty ? .onlyYou : .shared)
            shares = standing.map { ShareRow($0, names: Names(names, sharing.groups), today: today) }
            tellsOwner = false
            share = ShareForm(reflection, sharing, today: today, form: form, wrong: wrong)
        case .peer(let openings):
            (isOwn, until, status) = (false, reading.openUntil?.words, .shared)
            shares = []
            tellsOwner = openings.contains(where: \.isByName)
            share = nil
        }
        let path = (isOwn ? "/space/reflections/" : "/shared/") + id
        threads = CommentView.views(of: reading, names: names, path: path, now: now)
        errors = Errors(wrong)
        tags = reflection.tags.names.map(TagLink.init)
        deeper = isOwn && reflection.stopsAtWhatHappened ? reflection.deeperStage?.prompts.first : nil
        notes = reading.notes.map(NoteView.init)
        self.activity = activity.map(GoalRow.Link.init)
        nextSteps = isOwn ? NextStepsView(goals, around: reflection, today: today) : nil
        noteForm = isOwn ? NoteForm(key: key, form: form, wrong: wrong) : nil
        comment = CommentForm(
            reading, key: key, reply: Self.reply(reply ?? ID<Comment>(form["reply"]), in: reading, names), form: form,
            wrong: wrong)
    }

    private static func reply(_ id: ID<Comment>?, in reading: Reading, _ names: [PersonID: String]) -> CommentForm
        .Reply?
    {
        let comment = reading.threads.flatMap(\.comments).first { $0.id == id }
        guard let comment, case .words(_, let author) = comment.content else { return nil }
        return CommentForm.Reply(id: comment.id.description, name: names[author] ?? "a former member")
    }
}

/// A stage in which there is something: its words and its files.
struct StageView {
    /// The class of its colour.
    let name: String
    let title: String
    let prompts: String
    let paragraphs: [String]
    let files: [FileView]
    let hasFiles: Bool

    /// - Parameter secret: of the link that is followed; nil for members.
    static func views(of reading: Reading, secret: String? = nil) -> [StageView] {
        reading.reflection.stages.compactMap { stage in
            let files = (reading.files[stage.asks.name] ?? []).map { FileView($0, secret: secret) }
            guard stage.isWritten || !files.isEmpty else { return nil }
            return StageView(
                name: stage.asks.name, title: stage.asks.title, prompts: stage.asks.prompts.joined(separator: " "),
                paragraphs: Paragraphs.of(stage.words), files: files, hasFiles: !files.isEmpty)
        }
    }
}

extension Reading {
    /// The last day on which all that is open now still is; nil for the owner.
    var openUntil: Day? { if case .peer(let openings) = access { openings.map(\.until).min() } else { nil } }
}
