import LearningSpace
import Storage

/// The form of a reflection: new, stored, typed and not saved, or two that disagree.
struct WritePage: Page {
    struct Stored {
        let title: String
        let words: String
    }

    struct ModelLink {
        let name: String
        let title: String
    }

    struct StageField {
        let number: Int
        let field: Field
    }

    static let template = "space/write"
    static let place: Section? = .space
    let title: String
    let action: String
    let cancel: String
    let version: Int?
    let key: String?
    let origin: OriginView?
    let errors: Errors?
    let name: Field
    let stages: [StageField]
    let tags: Field
    /// Chosen when a reflection begins, and fixed from then on.
    let model: String?
    let modelTitle: String
    let otherModels: [ModelLink]
    /// Whether another window saved meanwhile, and what.
    let isConflict: Bool
    let stored: [Stored]
    /// What saves itself while somebody types.
    let keeping: KeepingView

    /// A reflection that is not stored yet.
    init(
        beginning key: SendingKey, by owner: PersonID, form: Form, unsaved: Unsaved? = nil, wrong: [Invalid] = []
    ) {
        let model = unsaved?.model ?? form.model
        self.init(
            title: "Begin a reflection", action: "/space/reflections", cancel: "/space", version: nil, key: key,
            origin: nil, model: model, isNew: true, wrong: wrong,
            typed: unsaved?.typed ?? Unsaved.Typed(form, model),
            keeping: KeepingView(new: key, by: owner, unsaved, number: form["draft"]))
    }

    /// - Parameter unsaved: what its owner typed and never saved: it stands in the boxes, beside it what is stored.
    init(_ reflection: Reflection, unsaved: Unsaved? = nil, form: Form? = nil, wrong: [Invalid] = []) {
        let page = "/space/reflections/\(reflection.id)"
        self.init(
            title: "Write: \(reflection.title)", action: page, cancel: page,
            version: form.flatMap { Int($0["version"]) } ?? reflection.version, key: nil, origin: reflection.origin,
            model: reflection.model, wrong: wrong,
            typed: form.map { Unsaved.Typed($0, reflection.model) } ?? unsaved?.typed ?? Unsaved.Typed(reflection),
            stored: unsaved == nil ? [] : Stored.texts(of: reflection),
            isConflict: unsaved.map { $0.version != reflection.version } ?? false,
            keeping: KeepingView(reflection, unsaved, number: form?["draft"] ?? ""))
    }

    /// Two windows disagree: the boxes hold what was typed here, beside them stands what is stored.
    init(conflict yours: Reflection.Draft, _ stored: Reflection, draft number: String) {
        let page = "/space/reflections/\(stored.id)"
        self.init(
            title: "Two versions", action: page, cancel: page, version: stored.version, key: nil,
            origin: stored.origin, model: stored.model, wrong: [], typed: Unsaved.Typed(yours),
            stored: Stored.texts(of: stored), isConflict: true,
            keeping: KeepingView(stored, nil, number: number))
    }

    private init(
        title: String, action: String, cancel: String, version: Int?, key: SendingKey?, origin: Reflection.Origin?,
        model: ReflectionModel, isNew: Bool = false, wrong: [Invalid], typed: Unsaved.Typed, stored: [Stored] = [],
        isConflict: Bool = false, keeping: KeepingView
    ) {
        self.title = title
        self.action = action
        self.cancel = cancel
        self.version = version
        self.key = key?.description
        self.origin = origin.map(OriginView.init)
        self.stored = stored
        self.isConflict = isConflict
        self.keeping = keeping
        errors = Errors(wrong)
        name = Field(
            name: "title", label: "Title", value: typed.title, hint: "A few words to find it by.",
            error: wrong.sentence(for: "title"))
        self.model = isNew ? model.name : nil
        modelTitle = model.title
        otherModels =
            isNew ? ReflectionModel.all.filter { $0 != model }.map { ModelLink(name: $0.name, title: $0.title) } : []
        tags = Field(
            name: "tags", label: "Tags", value: typed.tags, hint: "With commas between. Nobody else sees them.",
            error: wrong.sentence(for: "tags"), optional: true)
        stages = model.stages.enumerated().map { index, stage in
            StageField(
                number: index + 1,
                field: Field(
                    name: stage.name, label: stage.title, value: typed.words[stage.name],
                    hint: stage.prompts.joined(separator: " "), error: wrong.sentence(for: stage.name), rows: 7,
                    long: true))
        }
    }
}

extension WritePage.Stored {
    fileprivate static func texts(of reflection: Reflection) -> [Self] {
        [Self(title: "Title", words: reflection.title)]
            + reflection.stages.filter(\.isWritten).map { Self(title: $0.asks.title, words: $0.words) }
    }
}

/// Where a reflection began.
struct OriginView {
    let title: String
    let path: String

    init(_ origin: Reflection.Origin) {
        title = origin.title
        path = origin.path
    }
}
