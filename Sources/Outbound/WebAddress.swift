import CCurl
import Foundation

/// An `http` or `https` address as libcurl itself reads it, so that nothing is checked in one reading and fetched in
/// another.
package struct WebAddress: Sendable, Equatable, CustomStringConvertible {
    package let description: String
    let scheme: String
    package let host: String
    let port: Int

    /// - Throws: `FetchFailure.notWeb` for another scheme, a name and password in the address, or no address at all.
    package init(_ typed: String) throws(FetchFailure) { try self.init(typed, from: nil) }

    /// Where a redirect leads, perhaps relative to this address.
    package func following(_ location: String) throws(FetchFailure) -> WebAddress {
        try WebAddress(location, from: description)
    }

    private init(_ typed: String, from base: String?) throws(FetchFailure) {
        guard typed.utf8.count <= Self.longest, let parts = curl_url() else { throw .notWeb(typed) }
        defer { curl_url_cleanup(parts) }
        if let base { curl_url_set(parts, CURLUPART_URL, base, 0) }
        let flags = UInt32(CURLU_URLENCODE | CURLU_DISALLOW_USER)
        guard curl_url_set(parts, CURLUPART_URL, typed, flags) == CURLUE_OK,
            let scheme = Self.part(CURLUPART_SCHEME, of: parts), ["http", "https"].contains(scheme),
            let host = Self.part(CURLUPART_HOST, of: parts), !host.isEmpty,
            let port = Self.part(CURLUPART_PORT, of: parts, UInt32(CURLU_DEFAULT_PORT)).flatMap({ Int($0) })
        else { throw .notWeb(typed) }
        curl_url_set(parts, CURLUPART_FRAGMENT, nil, 0)
        guard let whole = Self.part(CURLUPART_URL, of: parts) else { throw .notWeb(typed) }
        (self.scheme, self.host, self.port) = (scheme, host, port)
        description = whole
    }

    /// As long as an address of any real feed could be; a redirect's is not bounded otherwise.
    private static let longest = 8_192

    private static func part(_ part: CURLUPart, of parts: OpaquePointer, _ flags: UInt32 = 0) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(parts, part, &text, flags) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
