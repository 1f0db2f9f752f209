import Storage

/// One of the staff at work: looks at the queue, opens a question, hides a word, and gives it to an expert, declines it,
/// publishes its answer or leaves it.
struct Moderator {
    var visitor: Visitor
    let experts: [PersonID]
    let topics: [String]
    private(set) var accepted = 0
    /// Somebody else was quicker, or the word was hidden already.
    private(set) var refused = 0

    init(_ visitor: Visitor, experts: [PersonID], topics: [String]) {
        self.visitor = visitor
        self.experts = experts
        self.topics = topics
    }

    mutating func handleOne() throws {
        let queue = try visitor.open(address(), "/desk")
        // The queue's own lines; those of a group that is folded are among them.
        let ids = queue.all(between: "<h3><a href=\"/desk/", and: "\"").filter { $0.count == 26 }
        guard let id = visitor.chance.pick(ids) else { return }
        var page = try visitor.open("/desk/\(id)", "/desk/{id}")
        guard page.status == 200 else { return }
        if visitor.chance.happens(0.5), let word = word(on: page) {
            try act(id, page, "redactions", [("words", word), ("kind", "place")])
            page = try visitor.open("/desk/\(id)", "/desk/{id}")
        }
        if visitor.chance.happens(0.1) {
            try act(id, page, "urgency", [])
        } else if !page.all(between: "/release\"", and: ">", atMost: 1).isEmpty {
            try act(id, page, "release", [])
        } else if visitor.chance.happens(0.7), let expert = visitor.chance.pick(experts) {
            try act(id, page, "assignment", [("expert", expert.description)])
        } else if visitor.chance.happens(0.5) {
            let because = page.all(between: "<option value=\"", and: "\"").last ?? ""
            try act(id, page, "refusal", [("because", because), ("reason", "Ask your own accountant, please.")])
        } else {
            _ = try visitor.send("/desk/\(id)/lease/delete", "act", [])
        }
    }

    private mutating func act(
        _ id: String, _ page: Connection.Answer, _ act: String, _ fields: [(String, String)]
    ) throws {
        let version = page.all(between: "name=\"version\" value=\"", and: "\"", atMost: 1).first ?? ""
        if try visitor.send("/desk/\(id)/\(act)", "act", [("version", version)] + fields) {
            accepted += 1
        } else {
            refused += 1
        }
    }

    /// The whole queue half of the time, else a part of it.
    private mutating func address() -> String {
        if visitor.chance.happens(0.5) { return "/desk" }
        if visitor.chance.happens(0.5) {
            return "/desk?step=to-review&page=\(Int.random(in: 1...4, using: &visitor.chance))"
        }
        return "/desk?step=to-release&topic=\(visitor.chance.pick(topics) ?? "")"
    }

    private mutating func word(on page: Connection.Answer) -> String? {
        let text = page.all(between: "id=\"text\">", and: "</p>", atMost: 1).first ?? ""
        return visitor.chance.pick(
            text.split(separator: " ").map(String.init).filter { word in
                word.count > 5 && word.allSatisfy { $0.isASCII && $0.isLetter }
            })
    }
}
