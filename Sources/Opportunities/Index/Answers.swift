import TextSearch

/// Who says yes to something and who says no; the rest say nothing, which is neither.
struct Answers: Sendable, Equatable {
    private(set) var yes: DocumentSet
    private(set) var no: DocumentSet

    init(capacity: Int) {
        yes = DocumentSet(capacity: capacity)
        no = DocumentSet(capacity: capacity)
    }

    init(_ reader: ArrayReader, capacity: Int) throws {
        yes = try reader.documents(capacity: capacity)
        no = try reader.documents(capacity: capacity)
    }

    func write(to writer: ArrayWriter) throws {
        try writer.write(yes)
        try writer.write(no)
    }

    mutating func note(_ answer: Bool?, of document: Int) {
        switch answer {
        case true?: yes.insert(document)
        case false?: no.insert(document)
        case nil: break
        }
    }

    /// With more that say no.
    func withNo(_ others: DocumentSet) -> Answers {
        var answers = self
        answers.no.formUnion(others)
        return answers
    }

    var stated: DocumentSet { yes.union(no) }
    var bytes: Int { yes.bytes + no.bytes }
}
