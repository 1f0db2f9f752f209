import Foundation
import GRDB
import Storage

extension CommentThread {
    /// Those about the whole reflection first, then by the stages' order; the oldest first among equals.
    ///
    /// - Parameter reader: whose mutes are kept to; nil for nobody's.
    static func stored(
        on reflection: Reflection, for reader: PersonID? = nil, in db: Database
    ) throws -> [CommentThread] {
        let muted = Set(
            try PersonID.fetchAll(db, sql: "SELECT person FROM muted WHERE member = ?", arguments: [reader]))
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM comment WHERE reflection = ? ORDER BY written, id", arguments: [reflection.id])
        let replies = Dictionary(grouping: rows) { row -> ID<Comment>? in row["parent"] }
        let threads = (replies[nil] ?? []).map { first in
            CommentThread(first, comments(under: first, replies), owner: reflection.owner, muted)
        }
        let places: [String?] = [nil] + reflection.stages.map(\.asks.name)
        return places.flatMap { place in threads.filter { $0.stage == place } }
    }

    private init(_ first: Row, _ comments: [(row: Row, Comment)], owner: PersonID, _ muted: Set<PersonID>) {
        let author: PersonID? = first["author"]
        let authors = comments.compactMap { $0.row["author"] as PersonID? }
        self.init(
            stage: first["stage"], comments: comments.map { $0.1.without(muted) },
            showing: Showing(
                author: author, byAuthor: first["author_shows"], byOwner: first["owner_shows"],
                hasOthers: authors.contains { $0 != owner && $0 != author }))
    }

    /// Walks without recursion: a chain of replies may be as long as people like.
    private static func comments(under first: Row, _ replies: [ID<Comment>?: [Row]]) -> [(row: Row, Comment)] {
        var comments: [(row: Row, Comment)] = []
        var waiting = [(row: first, depth: 0)]
        while let (row, depth) = waiting.popLast() {
            let answers = replies[row["id"]] ?? []
            comments.append((row, Comment(row, depth: depth, isAnswered: !answers.isEmpty)))
            waiting += answers.reversed().map { ($0, depth + 1) }
        }
        return comments
    }
}

extension Comment {
    fileprivate func without(_ muted: Set<PersonID>) -> Comment {
        guard case .words(_, let author) = content, muted.contains(author) else { return self }
        return Comment(
            id: id, depth: depth, written: written, edited: edited, kind: kind, isAnswered: isAnswered,
            content: .muted(author: author))
    }

    fileprivate init(_ row: Row, depth: Int, isAnswered: Bool) {
        let kind: String? = row["kind"]
        let remover: String? = row["removed_by"]
        let content: Content =
            if let author: PersonID = row["author"], let body: String = row["body"] {
                .words(body, author: author)
            } else {
                .removed(by: remover.flatMap(Remover.init) ?? .author)
            }
        self.init(
            id: row["id"], depth: depth, written: row["written"], edited: row["edited"],
            kind: kind.flatMap(Kind.init), isAnswered: isAnswered, content: content)
    }
}
