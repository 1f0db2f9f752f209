import Foundation
import GRDB
import GRDBSQLite
import Storage

/// A statement that is run once a row, with values handed over as they are, and numbers taken so.
///
/// GRDB makes a list of boxed values first and looks the statement up by its words, which for the small rows of a harvest
/// takes as long as SQLite itself.
struct RowStatement {
    private let statement: Statement
    private let connection: SQLiteConnection?

    init(_ db: Database, _ sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
        connection = db.sqliteConnection
    }

    /// - Parameter values: adds them in the order of the statement's question marks.
    func run(_ values: (inout Values) -> Void) throws { try each(values) { _ in } }

    /// Calls for each row of the answer.
    func each(_ values: (inout Values) -> Void, _ body: (Columns) -> Void) throws {
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        var row = Values(handle: handle)
        values(&row)
        var code = row.code == SQLITE_OK ? sqlite3_step(handle) : row.code
        while code == SQLITE_ROW {
            body(Columns(handle: handle))
            code = sqlite3_step(handle)
        }
        guard code == SQLITE_DONE else {
            let message = connection.flatMap(sqlite3_errmsg).map { String(cString: $0) }
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
        }
    }

    /// Of a row of the answer, while it is the last.
    struct Columns {
        fileprivate let handle: SQLiteStatement

        /// - Returns: 0 where there is none.
        func number(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
    }

    struct Values {
        fileprivate let handle: SQLiteStatement
        fileprivate var code = SQLITE_OK
        private var place: Int32 = 0
        /// SQLite takes a copy.
        private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

        fileprivate init(handle: SQLiteStatement) { self.handle = handle }

        private mutating func next() -> Int32 {
            place += 1
            return place
        }

        private mutating func note(_ result: Int32) {
            if result != SQLITE_OK { code = result }
        }

        mutating func add(_ number: Int) { add(Int64(number)) }
        mutating func add(_ number: Int64) {
            let place = next()
            note(sqlite3_bind_int64(handle, place, number))
        }
        mutating func add(_ number: Int?) { if let number { add(number) } else { addNull() } }
        mutating func add(_ truth: Bool) { add(truth ? 1 : 0) }
        mutating func add(_ truth: Bool?) { if let truth { add(truth) } else { addNull() } }
        mutating func add(_ number: Double) {
            let place = next()
            note(sqlite3_bind_double(handle, place, number))
        }
        mutating func add(_ number: Double?) { if let number { add(number) } else { addNull() } }
        mutating func add(_ day: Day?) { add(day?.description) }

        mutating func add(_ text: String) {
            let (handle, place) = (handle, next())
            var text = text
            let result = text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { bytes in
                    // An empty text may have no address, and would be bound as nothing.
                    guard let start = bytes.baseAddress, !bytes.isEmpty else {
                        return sqlite3_bind_text(handle, place, "", 0, Self.copied)
                    }
                    return sqlite3_bind_text(handle, place, start, Int32(bytes.count), Self.copied)
                }
            }
            note(result)
        }
        mutating func add(_ text: String?) { if let text { add(text) } else { addNull() } }

        mutating func add(_ bytes: Data) {
            let (handle, place) = (handle, next())
            let result = bytes.withUnsafeBytes { bytes in
                sqlite3_bind_blob(handle, place, bytes.baseAddress, Int32(bytes.count), Self.copied)
            }
            note(result)
        }

        private mutating func addNull() {
            let place = next()
            note(sqlite3_bind_null(handle, place))
        }
    }
}
