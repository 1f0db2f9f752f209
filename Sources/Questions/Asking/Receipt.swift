import Crypto
import Foundation
package import Storage

/// The asker's only way back to their question: 128 random bits and a checksum, made before the question is sent.
///
/// Written as seven groups of four: 26 characters of secret, then 2 that show a mistyped one. The desk keeps the
/// SHA-256 alone.
package struct Receipt: Sendable, Equatable {
    private let secret: [UInt8]

    package init(from world: World) { secret = world.randomBytes(16) }

    /// Reads what somebody typed: spaces, hyphens and case do not matter.
    package init(_ typed: String) throws(Invalid) {
        let letters = String(typed.unicodeScalars.filter { !"-–— \t\r\n".unicodeScalars.contains($0) })
        guard letters.count == Self.length else {
            throw Invalid(
                "receipt",
                "A receipt has \(Self.length) letters and digits; this one has \(letters.count). Compare it with what you wrote down."
            )
        }
        guard let bytes = Base32.decode(letters.prefix(26)), let check = Base32.decode(letters.suffix(2)) else {
            throw Invalid("receipt", "A receipt has only digits and the letters A to Z without U. Look for a slip.")
        }
        // Written anew it must be the same: so a slip in the checksum itself is seen too.
        guard check.count == 1, Self(secret: bytes).letters == Base32.folded(letters) else {
            throw Invalid("receipt", "One of the letters or digits seems mistyped. Compare them group by group.")
        }
        secret = bytes
    }

    init(secret: [UInt8]) { self.secret = secret }

    private static let length = 28

    /// As it is shown and written down: `K7QM`, `X2VD`, …
    package var groups: [String] {
        let letters = Array(letters.uppercased())
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
    }

    /// All groups, with hyphens between.
    package var text: String { groups.joined(separator: "-") }

    /// What is stored: it opens nothing.
    var hash: Data { Data(SHA256.hash(data: Data("receipt|".utf8) + secret)) }

    /// The checksum is the secret's remainder by 1,021 in ten bits. That is a prime above 31, so one mistyped letter,
    /// or two neighbours that changed places, always leave another remainder; a hash lets 1 in 1,024 pass.
    private var letters: String {
        let remainder = secret.reduce(0) { ($0 << 8 | Int($1)) % 1_021 }
        let checksum = [UInt8(remainder >> 2), UInt8(remainder & 3) << 6]
        return Base32.encode(secret) + Base32.encode(checksum).prefix(2)
    }
}
