import GRDB
import TextSearch

/// Which documents speak of the skills a member brings or wants to develop, and where they do.
struct Skills {
    /// Those that speak of them anywhere; nil when no skill was asked for.
    let spoken: DocumentSet?
    let gained: DocumentSet
    let needed: DocumentSet

    init(_ search: Search, _ snapshot: Snapshot, _ db: Database) throws {
        func documents(_ columns: String, _ skill: String) throws -> DocumentSet? {
            let understood = snapshot.finder.understand(skill)
            guard let words = Self.expression(understood.wanted, snapshot.finder.index) else { return nil }
            let numbers = try Int.fetchAll(
                db, sql: "SELECT rowid FROM searchable WHERE searchable MATCH ?",
                arguments: ["{\(columns)} : (\(words))"])
            return snapshot.attributes.documents(of: numbers)
        }
        let brought = try documents("title needs text", search.brings)
        let developed = try documents("title gains needs text", search.develops)
        spoken = brought.map { developed?.intersection($0) ?? $0 } ?? developed
        let none = DocumentSet(capacity: snapshot.count)
        gained = try documents("gains", search.develops) ?? none
        needed = try documents("needs", search.develops) ?? documents("needs", search.brings) ?? none
    }

    /// FTS5's own words for any form of any of the stems; nil without one.
    static func expression(_ wanted: Wanted, _ index: SearchIndex) -> String? {
        let forms = forms(wanted, index)
        // A word no document has must still be asked for, or everything would be found.
        let words = forms.isEmpty ? wanted.ideas.map(\.word) : forms
        return words.isEmpty ? nil : words.map(Query.quoted).joined(separator: " OR ")
    }

    /// What is marked in the texts that are shown: the words looked for, and the skills.
    static func marked(_ finding: Finding) -> MarkedWords {
        let finder = finding.snapshot.finder
        let wanted =
            [finding.understood.wanted]
            + [finding.search.brings, finding.search.develops].map { finder.understand($0).wanted }
        return MarkedWords(wanted.flatMap { forms($0, finder.index) })
    }

    private static func forms(_ wanted: Wanted, _ index: SearchIndex) -> [String] {
        (wanted.ideas.map(\.stem) + wanted.alternatives.map(\.stem))
            .flatMap { index.forms(ofStem: $0, most: mostForms) }
    }

    private static let mostForms = 8
}
