import Foundation

/// The server that takes our mail, and whom it comes from.
package struct MailServer: Sendable {
    package let host: String
    package let port: Int
    /// From the first byte (`smtps`), or after STARTTLS.
    let isEncryptedAtOnce: Bool
    let user: String?
    let password: String?
    package let sender: MailAddress

    /// - Parameter url: such as `smtps://name:password@mail.example.org:465`, or `smtp://…:587` for STARTTLS. The name
    ///   and the password are percent-encoded.
    /// - Returns: nil where it is none. The text may hold a password, so it is repeated nowhere.
    package init?(url: String, sender: MailAddress) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
            ["smtp", "smtps"].contains(scheme), let host = parts.host, !host.isEmpty,
            ["", "/"].contains(parts.path), parts.query == nil, parts.fragment == nil
        else { return nil }
        isEncryptedAtOnce = scheme == "smtps"
        self.host = host
        port = parts.port ?? (isEncryptedAtOnce ? 465 : 587)
        user = parts.user
        password = parts.password
        self.sender = sender
    }

    /// Whether the way there must be encrypted: only this machine may be spoken to in the clear.
    var needsEncryption: Bool { !(NetworkAddress(host)?.isLoopback ?? (host == "localhost")) }

    /// The last part of the path is what we call ourselves in EHLO; without it libcurl tells the machine's name.
    var address: String { "\(isEncryptedAtOnce ? "smtps" : "smtp")://\(host):\(port)/\(sender.domain)" }
}

/// A mail address that can stand in a header and in an envelope: nothing in it ends either.
package struct MailAddress: Sendable, Equatable, CustomStringConvertible {
    package let description: String
    let domain: String

    package init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && !"<>()[]\\,;:\"".unicodeScalars.contains($0)
        }
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, isPlain, text.utf8.count <= 254 else {
            return nil
        }
        description = text
        domain = String(parts[1])
    }
}
