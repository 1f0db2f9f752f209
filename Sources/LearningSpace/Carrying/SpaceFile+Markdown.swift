extension SpaceFile {
    /// The same to be read: in Markdown, the first begun first. It cannot be imported.
    package var markdown: String {
        var text = ""
        writeMarkdown { text += $0 }
        return text
    }

    /// An item at a time.
    func writeMarkdown<Failure>(_ put: (String) throws(Failure) -> Void) throws(Failure) {
        try Self.write(reflections, under: "My learning space", put, Self.lines(of:))
        try Self.write(goals, under: "Next steps", put, Self.lines(of:))
        try Self.write(responsibilities, under: "Key responsibilities", put) { ["- \($0)"] }
        try Self.write(activities, under: "Activities", put, Self.lines(of:))
        try Self.write(unsaved, under: "Begun and not saved", put, Self.lines(of:))
        try Self.write(groups, under: "Groups I keep", put) { ["## \($0.name)", "", $0.about, ""] }
        try Self.write(files, under: "Files", put) { ["\($0.number). \($0.name)"] }
    }

    private static func write<Item, Failure>(
        _ items: [Item], under title: String, _ put: (String) throws(Failure) -> Void, _ lines: (Item) -> [String]
    ) throws(Failure) {
        guard !items.isEmpty else { return }
        try put("# \(title)\n\n")
        for item in items { try put(lines(item).joined(separator: "\n") + "\n") }
    }

    private static func lines(of item: ReflectionItem) -> [String] {
        let stages = (try? ReflectionModel.named(item.model))?.stages ?? []
        let words = Dictionary(item.stages.map { ($0.stage, $0.words) }, uniquingKeysWith: { first, _ in first })
        var lines = ["## \(item.title)", "", "Begun \(item.begun.prefix(10)), saved \(item.saved.prefix(10)).", ""]
        if let origin = item.originTitle { lines += ["Begun from: \(origin)", ""] }
        if !item.tags.isEmpty { lines += ["Tags: \(item.tags.joined(separator: ", "))", ""] }
        for stage in stages {
            guard let text = words[stage.name], !text.isEmpty else { continue }
            lines += ["### \(stage.title)", "", "*\(stage.prompts.joined(separator: " "))*", "", text, ""]
        }
        for note in item.notes { lines += ["### Later, \(note.written.prefix(10))", "", note.words, ""] }
        for said in item.comments ?? [] { lines += ["### Said, \(said.written.prefix(10))", "", said.words, ""] }
        if let unsaved = item.unsaved { lines += ["### Typed over it and not saved", ""] + typed(in: unsaved) }
        return lines
    }

    private static func lines(of item: UnsavedItem) -> [String] {
        ["## \(item.title.isEmpty ? "Without a title" : item.title)", ""] + typed(in: item)
    }

    private static func typed(in item: UnsavedItem) -> [String] {
        item.stages.filter { !$0.words.isEmpty }.flatMap { [$0.words, ""] }
    }

    private static func lines(of goal: GoalItem) -> [String] {
        let state = goal.closed.map { "\(goal.state), \($0)" } ?? "open, comes back \(goal.due)"
        return ["## \(goal.title)", "", "Kept \(goal.made); \(state).", ""]
            + goal.checkIns.flatMap { ["\($0.written.prefix(10)), \($0.verdict): \($0.words)", ""] }
    }

    private static func lines(of activity: ActivityItem) -> [String] {
        let days = activity.first == activity.last ? activity.first : "\(activity.first) to \(activity.last)"
        var lines = ["## \(activity.title)", "", "\(days); \(activity.kind)", ""]
        if !activity.amount.isEmpty { lines += ["\(activity.amount) \(activity.unit)", ""] }
        if activity.isEthics { lines += ["About ethics.", ""] }
        if let name = activity.statedBy { lines += ["Imported, as stated by \(name).", ""] }
        if !activity.provider.isEmpty { lines += ["Offered by \(activity.provider).", ""] }
        if !activity.supports.isEmpty { lines += ["Supports: \(activity.supports.joined(separator: "; "))", ""] }
        for text in [activity.about, activity.outcome] where !text.isEmpty { lines += [text, ""] }
        return lines
    }
}
