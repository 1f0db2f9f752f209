/// The links of a portfolio, each once, from whichever end it was written.
struct LeapGraph {
    private struct End: Hashable {
        let id: String
        let relation: String
    }
    private static let inverses = [
        "reflected_on_by": "reflects_on", "supported_by": "supports", "is_outcome_of": "has_outcome",
        "is_evidence_of": "has_evidence", "is_attachment_of": "has_evidence", "is_part_of": "has_part",
    ]
    /// Other names for what is the same here.
    private static let synonyms = ["has_attachment": "has_evidence"]
    private var forward: [End: [String]] = [:]
    private var backward: [End: [String]] = [:]
    private let base: String

    init(_ entries: [LeapEntry], base: String) {
        self.base = base
        for entry in entries {
            let id = full(entry.id)
            for link in entry.links {
                let other = full(link.href)
                if let relation = Self.inverses[link.relation] {
                    join(other, relation, id)
                } else if ["relation", "related"].contains(link.relation) {
                    // It has no direction: whichever end is a file is what the other one is shown by.
                    join(id, "has_evidence", other)
                    join(other, "has_evidence", id)
                } else {
                    join(id, Self.synonyms[link.relation] ?? link.relation, other)
                }
            }
        }
    }

    /// An id in full, for some are written with the prefix and some without.
    func full(_ id: String) -> String { id.hasPrefix("portfolio:") ? base + id.dropFirst("portfolio:".count) : id }

    func targets(_ relation: String, of id: String) -> [String] { forward[End(id: id, relation: relation)] ?? [] }
    func sources(_ relation: String, of id: String) -> [String] { backward[End(id: id, relation: relation)] ?? [] }

    private mutating func join(_ a: String, _ relation: String, _ b: String) {
        guard !(forward[End(id: a, relation: relation)] ?? []).contains(b) else { return }
        forward[End(id: a, relation: relation), default: []].append(b)
        backward[End(id: b, relation: relation), default: []].append(a)
    }
}
