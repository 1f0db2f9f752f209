import Foundation
import GRDB
import Storage

extension Reflection {
    /// - Throws: where there is none, for whoever asks has come through a `Door`.
    static func stored(_ id: ID<Reflection>, in db: Database) throws -> Reflection {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM reflection WHERE id = ?", arguments: [id]) else {
            throw RecordError.recordNotFound(databaseTableName: "reflection", key: ["id": id.databaseValue])
        }
        let model = try ReflectionModel.named(row["model"])
        let words = try Row.fetchAll(db, sql: "SELECT name, words FROM stage WHERE reflection = ?", arguments: [id])
            .reduce(into: [String: String]()) { words, row in words[row["name"]] = row["words"] }
        let origin: Origin? =
            if let title: String = row["origin_title"], let path: String = row["origin_path"] {
                Origin(title: title, path: path)
            } else {
                nil
            }
        return Reflection(
            id: id, owner: row["owner"], model: model, title: row["title"],
            stages: model.stages.map { Stage(asks: $0, words: words[$0.name] ?? "") },
            origin: origin, tags: try Tags.stored(of: id, in: db), version: row["version"], begun: row["begun"],
            saved: row["saved"])
    }
}

extension Reflection.Summary {
    /// What `init(_:)` reads, from a query over `reflection`.
    static let columns = """
        reflection.id, reflection.owner, reflection.title, reflection.model, reflection.saved,
        (SELECT group_concat(name) FROM stage WHERE stage.reflection = reflection.id AND words <> '') AS written,
        (SELECT group_concat(name) FROM tag WHERE tag.reflection = reflection.id) AS tags,
        (SELECT count(*) FROM comment WHERE comment.reflection = reflection.id AND removed_by IS NULL) AS comments
        """

    init(_ row: Row) throws {
        let written: String = row["written"] ?? ""
        let tags: String = row["tags"] ?? ""
        self.init(
            id: row["id"], owner: row["owner"], title: row["title"], model: try ReflectionModel.named(row["model"]),
            written: Set(written.split(separator: ",").map(String.init)), saved: row["saved"],
            tags: tags.split(separator: ",").map(String.init).sorted(),
            comments: row["comments"])
    }
}
