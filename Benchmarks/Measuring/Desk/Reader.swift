/// Somebody who searches the published questions, turns a page now and then, and reads one of them.
struct Reader {
    var visitor: Visitor
    let corpus: DeskCorpus
    let topics: [String]

    mutating func search() throws {
        let words = corpus.typed(&visitor.chance)
        var fields = [("q", words)]
        if visitor.chance.happens(0.2), let topic = visitor.chance.pick(topics) { fields.append(("topic", topic)) }
        if visitor.chance.happens(0.1) { fields.append(("page", "2")) }
        let found = try visitor.open("/questions?" + Connection.encoded(fields), "/questions?q=")
        guard visitor.chance.happens(0.25) else { return }
        let ids = found.all(between: "href=\"/questions/", and: "\"", atMost: 5).filter { $0.count == 26 }
        if let id = visitor.chance.pick(ids) { _ = try visitor.open("/questions/\(id)", "/questions/{id}") }
    }
}
