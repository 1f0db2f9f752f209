/// An address that a link may lead to: a site's or a mailbox's, and nothing that could act or mislead.
package struct WebAddress: Sendable, Hashable {
    package let text: String
    /// The name of the site, with its port; nil for a mailbox.
    package let host: String?

    /// Beyond this, browsers and servers disagree.
    package static let longest = 2_000

    /// nil for other schemes, for blank or invisible characters, for a name before the host (`https://bank@elsewhere`),
    /// for a host outside ASCII, which can look like another, and for a mail with headers of its own.
    package init?(_ typed: String) {
        let scheme = typed.prefix { $0 != ":" }.lowercased()
        guard typed.utf8.count <= Self.longest, typed.unicodeScalars.allSatisfy(Self.isVisible) else { return nil }
        let rest = typed.dropFirst(scheme.count + 1)
        switch scheme {
        case "http", "https":
            guard rest.hasPrefix("//") else { return nil }
            let host = String(rest.dropFirst(2).prefix { !"/?#".contains($0) })
            guard !host.isEmpty, host.utf8.allSatisfy(Self.isHostPart),
                host.contains(where: \.isLetter)
                    || host.contains(where: \.isNumber)
            else { return nil }
            self.host = host.lowercased()
        case "mailto":
            guard rest.split(separator: "@", omittingEmptySubsequences: false).count == 2, !rest.contains("?"),
                !rest.hasPrefix("@"), !rest.hasSuffix("@")
            else { return nil }
            host = nil
        default: return nil
        }
        text = typed
    }

    package var isMail: Bool { host == nil }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        if #"<>"\`{}|^"#.unicodeScalars.contains(scalar) { return false }
        return switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
            .unassigned:
            false
        default: true
        }
    }

    private static func isHostPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
