import Foundation
package import Storage

/// A password that is long enough to be one.
///
/// Length is what counts, so there are no rules about digits or signs (NIST SP 800-63B, 3.1.1.2).
package struct Password: Sendable {
    let text: String

    /// Accents can be typed in two ways that look the same (Unicode NFKC, as NIST SP 800-63B advises).
    static func normalised(_ typed: String) -> String { typed.precomposedStringWithCompatibilityMapping }

    package init(_ typed: String) throws(Invalid) {
        guard typed.count >= 12 else {
            throw Invalid(
                "password", "Choose at least 12 characters; three or four unrelated words are easy to remember.")
        }
        guard typed.utf8.count <= 1_024 else { throw Invalid("password", "Choose at most 1,024 characters.") }
        guard Set(typed).count > 4 else {
            throw Invalid("password", "Choose more than a few repeated characters.")
        }
        text = Self.normalised(typed)
    }

    /// A password for someone whose account another person sets up: 80 bits, in groups that are easy to copy.
    package static func generated(from randomBytes: (Int) -> [UInt8]) -> Password {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        let groups = (0..<4).map { _ in String(randomBytes(4).map { letters[Int($0) % letters.count] }) }
        return Password(generated: groups.joined(separator: "-"))
    }

    /// The characters, for the one line that tells its owner.
    package var plain: String { text }

    private init(generated: String) { text = generated }
}
