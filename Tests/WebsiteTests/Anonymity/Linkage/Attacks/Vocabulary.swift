import Foundation
import GRDB

/// Asks every full-text index which words it still knows of rows that are empty or gone.
struct Vocabulary: Attack {
    func weigh(_ evidence: Evidence) throws -> [[Double]?] {
        guard let last = evidence.snapshots.last else { return [] }
        let dump = Dump(last)
        let people = PeopleInRows(evidence.suspects)
        var texts: [(suspect: Int, words: Set<String>)] = []
        for file in try dump.files {
            let indexes = try Self.indexes(in: file)
            for table in try dump.tables() where table.file == file.lastPathComponent && table.hasRowid {
                for index in indexes where index.definition.contains("'\(table.name)'") {
                    let owners = Dictionary(
                        table.rows.compactMap { row in people.suspect(row).map { (row["place"] as Int, $0) } },
                        uniquingKeysWith: { $1 })
                    for (document, words) in index.words {
                        if let owner = owners[document] { texts.append((owner, words)) }
                    }
                }
            }
        }
        guard !texts.isEmpty else { return evidence.targets.map { _ in nil } }
        return evidence.targets.map { target in
            let words = Set(target.text.words.map(String.init))
            return evidence.weights(for: Set(texts.filter { $0.words.isSuperset(of: words) }.map(\.suspect)))
        }
    }

    private struct Index {
        let definition: String
        /// By document, what `fts5vocab` says.
        var words: [Int: Set<String>] = [:]
    }

    private static func indexes(in file: URL) throws -> [Index] {
        try DatabaseQueue(path: file.path).write { db in
            let indexes = try Row.fetchAll(
                db, sql: "SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5(%'")
            return try indexes.map { row in
                var index = Index(definition: row["sql"])
                let name: String = row["name"]
                try db.execute(sql: "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, '\(name)', instance)")
                for row in try Row.fetchAll(db, sql: "SELECT DISTINCT doc, term FROM temp.vocabulary") {
                    index.words[row["doc"], default: []].insert(row["term"])
                }
                try db.execute(sql: "DROP TABLE temp.vocabulary")
                return index
            }
        }
    }
}
