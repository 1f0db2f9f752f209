import Foundation

/// What an item says, within its entry: markup that people read anywhere, and in which Riffle finds its own parts again
/// by their classes.
enum LeapContent {
    static func of(_ item: SpaceFile.ReflectionItem, files: [SpaceFile.FileItem]) -> String {
        let stages = (try? ReflectionModel.named(item.model))?.stages ?? []
        var markup = ""
        if let title = item.originTitle, let path = item.originPath {
            markup += "<p class=\"origin\"><a href=\"\(XML.escaped(path))\">\(XML.escaped(title))</a></p>"
        }
        for stage in stages {
            let words = item.stages.first { $0.stage == stage.name }?.words ?? ""
            let standing = (item.files ?? []).filter { $0.stage == stage.name }.map(\.file)
            guard !words.isEmpty || !standing.isEmpty else { continue }
            markup += "<h2 class=\"stage \(stage.name)\">\(XML.escaped(stage.title))</h2>" + paragraph("words", words)
            for file in files where standing.contains(file.number) {
                markup += "<p class=\"file\"><a href=\"portfolio:file\(file.number)\">\(XML.escaped(file.name))</a></p>"
            }
        }
        for note in item.notes {
            markup += "<h2 class=\"later\" title=\"\(note.written)\">Later</h2>" + paragraph("words", note.words)
        }
        return "<div xmlns=\"\(Leap.xhtml)\" class=\"riffle reflection \(item.model)\">\(markup)</div>"
    }

    static func of(_ item: SpaceFile.ActivityItem) -> String {
        let parts = [
            paragraph("about", item.about),
            paragraph("amount", item.amount.isEmpty ? "" : "\(item.amount) \(item.unit)"),
            paragraph("provider", item.provider), paragraph("stated-by", item.statedBy ?? ""),
            item.outcome.isEmpty ? "" : "<h2>What came of it</h2>" + paragraph("outcome", item.outcome),
        ]
        let classes = ["riffle", "activity", item.kind] + (item.isEthics ? ["ethics"] : [])
        return "<div xmlns=\"\(Leap.xhtml)\" class=\"\(classes.joined(separator: " "))\">\(parts.joined())</div>"
    }

    /// A plan's content is text alone.
    static func of(_ item: SpaceFile.GoalItem) -> String {
        let letGo = item.state == "let go" ? ["[let go \(item.closed ?? "")]"] : []
        return
            (letGo
            + item.checkIns.flatMap { said in
                ["[\(said.written)] \(said.verdict)\(said.due.map { " until \($0)" } ?? "")", said.words]
            }).joined(separator: "\n")
    }

    /// Lines stay lines.
    private static func paragraph(_ name: String, _ words: String) -> String {
        guard !words.isEmpty else { return "" }
        let lines = words.split(separator: "\n", omittingEmptySubsequences: false).map { XML.escaped(String($0)) }
        return "<p class=\"\(name)\">\(lines.joined(separator: "<br/>"))</p>"
    }
}
