/// How the items of a space hang together, in Leap2A's words: each link at both its ends.
struct LeapLinks {
    struct Link: Hashable {
        let relation: String
        let target: String
        let order: Int?
    }
    private var links: [String: [Link]] = [:]
    /// What holds others: the plan, the journal, a year of activities. The kind of a selection; nil for the plan.
    private(set) var containers: [(id: String, title: String, kind: String?)] = []

    subscript(id: String) -> [Link] { links[id] ?? [] }

    init(_ space: SpaceFile) {
        if !space.goals.isEmpty { containers.append(("plan", "My next steps", nil)) }
        if !space.reflections.isEmpty { containers.append(("journal", "My reflections", "Blog")) }
        for (index, item) in space.reflections.enumerated() {
            let id = "reflection\(item.number)"
            join("journal", "has_part", id, "is_part_of", order: index + 1)
            for file in Set((item.files ?? []).map(\.file)).sorted() {
                join(id, "has_evidence", "file\(file)", "is_evidence_of")
            }
        }
        var inYear: [String: Int] = [:]
        for (index, item) in space.activities.enumerated() {
            let (id, year) = ("activity\(index + 1)", String(item.last.prefix(4)))
            if inYear[year] == nil { containers.append(("year\(year)", "Activities of \(year)", "Grouping")) }
            inYear[year, default: 0] += 1
            join("year\(year)", "has_part", id, "is_part_of", order: inYear[year])
            for reflection in item.reflections { join("reflection\(reflection)", "reflects_on", id, "reflected_on_by") }
            for name in item.supports {
                guard let place = space.responsibilities.firstIndex(of: name) else { continue }
                join(id, "supports", "ability\(place + 1)", "supported_by")
            }
            for file in item.files ?? [] { join(id, "has_evidence", "file\(file)", "is_evidence_of") }
        }
        for (index, item) in space.goals.enumerated() {
            let id = "goal\(index + 1)"
            join("plan", "has_part", id, "is_part_of", order: index + 1)
            if let from = item.from { join("reflection\(from)", "has_outcome", id, "is_outcome_of") }
            for reflection in item.ledTo { join("reflection\(reflection)", "reflects_on", id, "reflected_on_by") }
            for file in item.files ?? [] { join(id, "has_evidence", "file\(file)", "is_evidence_of") }
        }
    }

    private mutating func join(_ a: String, _ relation: String, _ b: String, _ inverse: String, order: Int? = nil) {
        links[a, default: []].append(Link(relation: relation, target: b, order: order))
        links[b, default: []].append(Link(relation: inverse, target: a, order: nil))
    }
}
