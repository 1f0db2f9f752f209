extension SpaceFile {
    /// The same to be read: in Markdown, the first begun first. It cannot be imported.
    package var markdown: String {
        var lines = ["# My learning space", ""]
        for item in reflections { lines += Self.lines(of: item) }
        if !goals.isEmpty { lines += ["# Next steps", ""] + goals.flatMap(Self.lines(of:)) }
        if !responsibilities.isEmpty {
            lines += ["# Key responsibilities", ""] + responsibilities.map { "- \($0)" } + [""]
        }
        if !activities.isEmpty { lines += ["# Activities", ""] + activities.flatMap(Self.lines(of:)) }
        if !files.isEmpty { lines += ["# Files", ""] + files.map { "\($0.number). \($0.name)" } + [""] }
        return lines.joined(separator: "\n")
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
        return lines
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
        if !activity.provider.isEmpty { lines += ["Offered by \(activity.provider).", ""] }
        if !activity.supports.isEmpty { lines += ["Supports: \(activity.supports.joined(separator: "; "))", ""] }
        for text in [activity.about, activity.outcome] where !text.isEmpty { lines += [text, ""] }
        return lines
    }
}
