import GRDB

/// What one transaction of a harvest changes in the full-text index, kept back until its end.
///
/// A statement that fires triggers begins a savepoint, and at each of them FTS5 writes out what it has gathered
/// (`fts5SavepointMethod` in SQLite's `fts5_main.c`). In turns with the rows of the tables that would be a segment of the
/// index for each advert, all to be merged again: twice the time of everything else together.
struct IndexedTogether {
    /// By number; nil for what is to be found no more.
    private var words: [Int: IndexedWords?] = [:]

    mutating func index(_ number: Int, by words: IndexedWords) { self.words[number] = .some(words) }

    mutating func remove(_ number: Int) { words[number] = .some(nil) }

    /// Before the transaction ends.
    func write(in db: Database) throws {
        let delete = try RowStatement(db, "DELETE FROM searchable WHERE rowid = ?")
        let insert = try RowStatement(
            db,
            """
            INSERT INTO searchable (rowid, title, organisation, gains, needs, causes, place, text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        for (number, words) in words.sorted(by: { $0.key < $1.key }) {
            try delete.run { $0.add(number) }
            guard let words else { continue }
            try insert.run { row in
                row.add(number)
                for text in [
                    words.title, words.organisation, words.gains, words.needs, words.causes, words.place, words.text,
                ] {
                    row.add(text)
                }
            }
        }
    }
}
