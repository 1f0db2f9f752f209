import Storage

/// A reflection that Riffle wrote into its entry, read part by part.
struct LeapReflection {
    let model: ReflectionModel
    private(set) var words: [String: String] = [:]
    private(set) var notes: [SpaceFile.NoteItem] = []
    private(set) var files: [(stage: String, href: String)] = []
    private(set) var origin: (title: String, path: String)?

    /// Nil where it names no model that this program knows.
    init?(_ node: LeapNode) {
        guard let model = ReflectionModel.all.first(where: { node.has(class: $0.name) }) else { return nil }
        self.model = model
        var (stage, note): (String?, String?) = (nil, nil)
        for part in node.elements {
            if part.has(class: "stage") {
                (stage, note) = (model.stages.first { part.has(class: $0.name) }?.name, nil)
            } else if part.has(class: "later") {
                (stage, note) = (nil, part.attributes["title"])
            } else if part.has(class: "words") {
                if let stage { words[stage] = part.exactText }
                if let note { notes.append(.init(written: note, words: part.exactText)) }
            } else if part.has(class: "file"), let stage, let href = part.elements.first?.attributes["href"] {
                files.append((stage, href))
            } else if part.has(class: "origin"), let link = part.elements.first, let path = link.attributes["href"] {
                origin = (link.exactText, path)
            }
        }
    }
}

/// What was said of a next step, from the text of its entry: one line that says when, and the words under it.
struct LeapCheckIns {
    private(set) var all: [SpaceFile.CheckInItem] = []
    private(set) var letGo: String?

    /// - Parameter stamp: when words of another system were written, of which nothing else is known.
    init(_ text: String, stamp: String, due: Day, isCompleted: Bool) {
        var (head, words): (SpaceFile.CheckInItem?, [Substring]) = (nil, [])
        var loose: [Substring] = []
        func said(_ head: SpaceFile.CheckInItem) -> SpaceFile.CheckInItem {
            .init(
                verdict: head.verdict, due: head.due, words: words.joined(separator: "\n"), written: head.written)
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let match = line.wholeMatch(of: /\[let go (\d{4}-\d\d-\d\d)\]/) {
                letGo = String(match.1)
            } else if let match = line.wholeMatch(
                of: /\[([-0-9]{10} [0-9:]{8}\.\d{3})\] (done|not yet|let go)(?: until ([-0-9]{10}))?/)
            {
                if let head { all.append(said(head)) }
                (head, words) = (
                    .init(
                        verdict: String(match.2), due: match.3.map(String.init), words: "", written: String(match.1)),
                    []
                )
            } else if head == nil {
                loose.append(line)
            } else {
                words.append(line)
            }
        }
        if let head { all.append(said(head)) }
        let others = PlainText.cleaned(loose.joined(separator: "\n"))
        guard !others.isEmpty else { return }
        all.insert(
            .init(
                verdict: isCompleted ? "done" : "not yet", due: isCompleted ? nil : due.description, words: others,
                written: stamp), at: 0)
    }
}
