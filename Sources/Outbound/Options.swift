import CCurl
import Foundation

extension Fetch {
    /// Sets everything that is known before the transfer runs.
    func set(on curl: UnsafeMutableRawPointer, left: Duration) {
        ccurl_set_text(curl, CURLOPT_URL, address.description)
        ccurl_set_text(curl, CURLOPT_PROTOCOLS_STR, "http,https")
        // Neither a proxy nor a password from the surroundings, and no signals among threads.
        ccurl_set_text(curl, CURLOPT_PROXY, "")
        ccurl_set_long(curl, CURLOPT_NETRC, 0)
        ccurl_set_long(curl, CURLOPT_NOSIGNAL, 1)
        ccurl_set_long(curl, CURLOPT_FOLLOWLOCATION, 0)
        ccurl_set_long(curl, CURLOPT_SSL_VERIFYPEER, 1)
        ccurl_set_long(curl, CURLOPT_SSL_VERIFYHOST, 2)
        // The same words for everybody.
        ccurl_set_text(curl, CURLOPT_USERAGENT, "Riffle")
        ccurl_set_text(curl, CURLOPT_ACCEPT_ENCODING, "gzip, deflate, br")
        ccurl_set_long(curl, CURLOPT_TIMEOUT_MS, max(1, Int(left / .milliseconds(1))))
        ccurl_set_long(curl, CURLOPT_CONNECTTIMEOUT_MS, Int(limits.connecting * 1_000))
        ccurl_set_long(curl, CURLOPT_LOW_SPEED_LIMIT, limits.slowest)
        ccurl_set_long(curl, CURLOPT_LOW_SPEED_TIME, limits.slowSeconds)
        ccurl_set_size(curl, CURLOPT_MAXFILESIZE_LARGE, limits.received)
        if let body {
            ccurl_set_size(curl, CURLOPT_POSTFIELDSIZE_LARGE, body.count)
            _ = body.withUnsafeBytes { ccurl_set_pointer(curl, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) }
        }
    }
}

/// Headers in the form libcurl wants, kept while a transfer runs.
final class HeaderList {
    private(set) var first: UnsafeMutablePointer<curl_slist>?

    init(_ fetch: Fetch) {
        // Otherwise libcurl waits a second before it sends a large body.
        add("Expect:")
        for (name, value) in fetch.headers {
            let line = "\(name): \(value)"
            // A line break would end this header and begin one of somebody else's choosing.
            add(
                String(
                    String.UnicodeScalarView(line.unicodeScalars.filter { $0.properties.generalCategory != .control })))
        }
    }

    init(lines: [String]) { lines.forEach(add) }

    deinit { curl_slist_free_all(first) }

    private func add(_ line: String) { first = curl_slist_append(first, line) ?? first }
}
