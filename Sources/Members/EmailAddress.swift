import Foundation
package import GRDB
package import Storage

/// An address that mail could reach, folded to lower case so that one person has one account.
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ typed: String) throws(Invalid) {
        let text = typed.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].hasPrefix("."),
            !parts[1].hasSuffix("."), text.utf8.count <= 254,
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && !Self.endings.contains($0) })
        else {
            throw Invalid("email", "Write a whole e-mail address, like name@example.org.")
        }
        description = text
    }

    /// What would end an address in the head of a mail, or make two of it.
    private static let endings = Set("<>()[]\\,;:\"".unicodeScalars)

    init(stored: String) { description = stored }
}

extension EmailAddress: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { description.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> EmailAddress? {
        String.fromDatabaseValue(value).map(EmailAddress.init(stored:))
    }
}
