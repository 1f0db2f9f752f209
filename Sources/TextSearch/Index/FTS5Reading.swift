import Foundation
package import GRDB
import GRDBSQLite

extension SearchIndex {
    /// Reads the words of an FTS5 table in the order in which the table itself keeps them: some 70 ns an occurrence.
    ///
    /// The table keeps whole words (`tokenize = 'unicode61 …'`, no stemmer) and their places (`detail = full`); beside it
    /// stand the two views of its words that `vocabulary(of:)` makes.
    /// - Parameters:
    ///   - fields: all columns that are searched, in the table's order.
    ///   - saturation: BM25's k1.
    ///   - neighboursFrom: stems that so many documents hold have lists of their neighbours; one in fifty by default.
    package static func read(
        _ table: String, fields: [Field], saturation: Double = Scoring.usual.saturation, neighboursFrom: Int? = nil,
        language: Language, in db: Database
    ) throws -> SearchIndex {
        let reading = try FTS5Reading(table, fields, db)
        var builder = IndexBuilder(
            fields: fields, rows: reading.rows, lengths: reading.lengths, saturation: saturation,
            occurrences: try reading.occurrences(), neighboursFrom: neighboursFrom, language: language)
        try reading.readWords(into: &builder)
        return builder.finished()
    }

    /// SQL to stand behind the one that makes the table: virtual tables, which hold nothing of their own.
    package static func vocabulary(of table: String) -> String {
        """
        CREATE VIRTUAL TABLE \(table)_row USING fts5vocab('\(table)', 'row');
        CREATE VIRTUAL TABLE \(table)_instance USING fts5vocab('\(table)', 'instance');
        """
    }
}

/// An FTS5 table's own records, by way of SQLite's C interface: there are tens of millions of them.
///
/// `fts5vocab` and the `docsize` table are documented at <https://www.sqlite.org/fts5.html>.
private struct FTS5Reading {
    let rows = Packed<Int64>()
    let lengths = Packed<UInt16>()
    private let table: String
    private let fields: [Field]
    private let db: Database

    init(_ table: String, _ fields: [Field], _ db: Database) throws {
        self.table = table
        self.fields = fields
        self.db = db
        try readLengths()
    }

    /// A record holds the number of words of each column as SQLite's variable-length integers.
    private func readLengths() throws {
        try each("SELECT id, sz FROM \(table)_docsize ORDER BY id") { statement in
            rows.append(sqlite3_column_int64(statement, 0))
            let size = Int(sqlite3_column_bytes(statement, 1))
            let record = sqlite3_column_blob(statement, 1).map { UnsafeRawBufferPointer(start: $0, count: size) }
            var rest = (record ?? UnsafeRawBufferPointer(start: nil, count: 0))[...]
            for _ in fields {
                var length = 0
                while let byte = rest.popFirst() {
                    length = length << 7 | Int(byte & 0x7F)
                    if byte & 0x80 == 0 { break }
                }
                lengths.append(UInt16(clamping: length))
            }
        }
    }

    /// Of each word, in order.
    func occurrences() throws -> [Int] {
        var counts: [Int] = []
        try each("SELECT cnt FROM \(table)_row") { counts.append(Int(sqlite3_column_int64($0, 0))) }
        return counts
    }

    func readWords(into builder: inout IndexBuilder) throws {
        var word: [UInt8] = []
        var document = 0
        var column = Column(fields)
        try each("SELECT term, doc, col, offset FROM \(table)_instance") { statement in
            let term = UnsafeBufferPointer(
                start: sqlite3_column_text(statement, 0), count: Int(sqlite3_column_bytes(statement, 0)))
            let isSame = term.count == word.count && term.baseAddress.map { memcmp($0, word, word.count) == 0 } ?? true
            if !isSame {
                word = Array(term)
                document = 0
                builder.begin(term)
            }
            guard let field = column.field(sqlite3_column_text(statement, 2)) else { return }
            document = self.document(ofRow: sqlite3_column_int64(statement, 1), notBefore: document)
            guard document < rows.count else { return }
            builder.add(document: document, field: field, place: Int(sqlite3_column_int64(statement, 3)))
        }
    }

    /// Which field a name is. The names come from the same few places in memory, tens of millions of times.
    private struct Column {
        private let fields: [Field]
        private var last: (name: UnsafePointer<UInt8>, field: Int)?

        init(_ fields: [Field]) { self.fields = fields }

        mutating func field(_ name: UnsafePointer<UInt8>?) -> Int? {
            guard let name else { return nil }
            if let last, last.name == name { return last.field }
            let bytes = UnsafeBufferPointer(start: name, count: strlen(name))
            guard let field = fields.firstIndex(where: { $0.name.utf8.elementsEqual(bytes) }) else { return nil }
            last = (name, field)
            return field
        }
    }

    /// - Parameter start: rows of a word ascend, so the next is not before the last.
    private func document(ofRow row: Int64, notBefore start: Int) -> Int {
        guard start < rows.count else { return start }
        // No row number is missing between the two, as a rule.
        let last = start + Int(row - rows.start[start])
        if last < rows.count, rows.start[last] == row { return last }
        var low = start
        var high = min(last, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows.start[middle] < row { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func each(_ sql: String, _ body: (OpaquePointer?) throws -> Void) throws {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(db.sqliteConnection, sql, -1, &statement, nil) == SQLITE_OK else {
            throw DatabaseError(message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
        }
        defer { sqlite3_finalize(statement) }
        var result = sqlite3_step(statement)
        while result == SQLITE_ROW {
            try body(statement)
            result = sqlite3_step(statement)
        }
        guard result == SQLITE_DONE else {
            throw DatabaseError(message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
        }
    }
}
