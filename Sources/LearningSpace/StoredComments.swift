import Foundation
import GRDB
import Storage

extension CommentThread {
    /// Those about the whole reflection first, then by the stages' order; the oldest first among equals.
    static func stored(on reflection: Reflection, in db: Database) throws -> [CommentThread] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM comment WHERE reflection = ? ORDER BY written, id", arguments: [reflection.id])
        let replies = Dictionary(grouping: rows) { row -> ID<Comment>? in row["parent"] }
        let threads = (replies[nil] ?? []).map { first in
            CommentThread(stage: first["stage"], comments: comments(under: first, replies))
        }
        let places: [String?] = [nil] + reflection.stages.map(\.asks.name)
        return places.flatMap { place in threads.filter { $0.stage == place } }
    }

    /// Walks without recursion: a chain of replies may be as long as people like.
    private static func comments(under first: Row, _ replies: [ID<Comment>?: [Row]]) -> [Comment] {
        var comments: [Comment] = []
        var waiting = [(row: first, depth: 0)]
        while let (row, depth) = waiting.popLast() {
            let comment = Comment(row, depth: depth)
            comments.append(comment)
            waiting += (replies[comment.id] ?? []).reversed().map { ($0, depth + 1) }
        }
        return comments
    }
}

extension Comment {
    fileprivate init(_ row: Row, depth: Int) {
        let remover: String? = row["removed_by"]
        let content: Content =
            if let author: PersonID = row["author"], let body: String = row["body"] {
                .words(body, author: author)
            } else {
                .removed(by: remover.flatMap(Remover.init) ?? .author)
            }
        self.init(id: row["id"], depth: depth, written: row["written"], content: content)
    }
}
