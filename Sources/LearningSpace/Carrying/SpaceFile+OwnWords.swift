import Storage

// What somebody wrote that is no item of its own: remarks at their own reflections, writing that was never saved, and what
// they say of the groups they keep.

extension SpaceFile {
    /// What the owner said at their own reflection. What it replied to is another's, and stays where it was said.
    package struct CommentItem: Codable, Hashable, Sendable {
        /// Nil for the whole reflection.
        package let stage: String?
        package let kind: String?
        package let written: String
        package let edited: String?
        package let words: String
        /// Whether it was said to every reader. What was a reply to somebody is its owner's alone where it is taken in.
        package let isForReaders: Bool
    }

    package struct UnsavedItem: Codable, Hashable, Sendable {
        package let model: String
        package let title: String
        package let tags: String
        package let stages: [StageItem]
        /// Of the reflection that it was typed over; 0 where none had begun.
        package let version: Int
        package let typed: String
    }

    /// A group that its owner keeps. Who is in it is no part of anybody's space.
    package struct GroupItem: Codable, Hashable, Sendable {
        package let name: String
        package let about: String
        package let begun: String
    }
}

extension SpaceFile.CommentItem {
    /// Nil where it cannot be kept as it is.
    func draft(of model: ReflectionModel) -> Comment.Draft? {
        guard stage.map({ name in model.stages.contains { $0.name == name } }) ?? true, Stamp.date(written) != nil,
            edited.map({ Stamp.date($0) != nil }) ?? true, kind.map({ Comment.Kind(rawValue: $0) != nil }) ?? true,
            let draft = try? Comment.Draft(body: words), draft.body == words
        else { return nil }
        return draft
    }
}

extension SpaceFile.UnsavedItem {
    init(_ unsaved: Unsaved) {
        (model, version) = (unsaved.model.name, unsaved.version)
        (title, tags) = (unsaved.typed.title, unsaved.typed.tags)
        stages = unsaved.model.stages.compactMap { stage in
            unsaved.typed.words[stage.name].map { SpaceFile.StageItem(stage: stage.name, words: $0) }
        }
        typed = Stamp.text(of: unsaved.kept)
    }

    /// Nil where it cannot be kept.
    func unsaved(of subject: Unsaved.Subject, over version: Int) -> Unsaved? {
        guard let model = try? ReflectionModel.named(model), let kept = Stamp.date(typed),
            stages.allSatisfy({ item in model.stages.contains { $0.name == item.stage } })
        else { return nil }
        let words = Dictionary(stages.map { ($0.stage, $0.words) }, uniquingKeysWith: { first, _ in first })
        let typed = Unsaved.Typed(title: title, tags: tags, words: words)
        guard !typed.isEmpty, typed.bytes <= Unsaved.mostBytes else { return nil }
        return Unsaved(subject: subject, version: version, number: 1, model: model, typed: typed, kept: kept)
    }
}
