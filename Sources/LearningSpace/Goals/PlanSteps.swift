import TextSearch

extension ReflectionModel {
    /// The stage that says what comes next; nil where a model asks for none.
    package var planning: Stage? {
        let names: Set = ["plan", "try", "action", "now-what"]
        return stages.last { names.contains($0.name) }
    }
}

extension Reflection {
    /// The steps written in its planning stage, in order: one for each line, without its number or dash.
    ///
    /// A line longer than a goal's title is cut to its first sentence; one still too long is left to be put shorter by
    /// hand.
    package var steps: [String] {
        guard let planning = model.planning, let stage = stages.first(where: { $0.asks == planning }) else { return [] }
        let lines = stage.words.split(whereSeparator: \.isNewline).map { Self.withoutMark(String($0)) }
        return lines.filter { !$0.isEmpty }.map { line in
            line.unicodeScalars.count <= Goal.Draft.longestTitle
                ? line : Sentences.of(line).first.map(String.init) ?? line
        }
    }

    private static func withoutMark(_ line: String) -> String {
        String(line.trimmingPrefix(/\s*(?:\d{1,3}[.)]|[-*•–])?\s+|\s*/))
    }
}
