import Foundation
package import GRDB

/// A random 128-bit id that knows what it identifies, so that one noun's id cannot stand for another's.
///
/// A blob of 16 bytes in the database; 26 characters of base 32 in a URL.
package struct ID<Subject>: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    init(randomBytes bytes: some Sequence<UInt8>) {
        var words: (high: UInt64, low: UInt64) = (0, 0)
        for (place, byte) in bytes.enumerated() where place < 16 {
            if place < 8 {
                words.high = words.high << 8 | UInt64(byte)
            } else {
                words.low = words.low << 8 | UInt64(byte)
            }
        }
        (high, low) = words
    }

    package var bytes: [UInt8] {
        [high, low].flatMap { word in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }
}

extension ID: LosslessStringConvertible {
    package init?(_ description: String) {
        guard description.utf8.count == 26, let bytes = Base32.decode(description), bytes.count == 16 else {
            return nil
        }
        self.init(randomBytes: bytes)
    }

    package var description: String { Base32.encode(bytes) }
}

extension ID: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { Data(bytes).databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> ID? {
        guard let data = Data.fromDatabaseValue(value), data.count == 16 else { return nil }
        return ID(randomBytes: data)
    }
}

extension ID: StatementColumnConvertible {
    package init?(sqliteStatement: SQLiteStatement, index: CInt) {
        let data = Data(sqliteStatement: sqliteStatement, index: index)
        guard data.count == 16 else { return nil }
        self.init(randomBytes: data)
    }
}

/// Someone who acts, as a room refers to them: an id and nothing else. Only `Members` knows who it is.
package enum Person {}
package typealias PersonID = ID<Person>
