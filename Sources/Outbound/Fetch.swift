package import Foundation

/// What to fetch, and what the other side may cost us.
package struct Fetch: Sendable {
    package let address: WebAddress
    /// Sent as they stand, after the ones that every fetch has.
    package var headers: [(name: String, value: String)] = []
    /// A body makes it a POST.
    package var body: Data?
    package var limits = Limits()

    package init(_ address: WebAddress) { self.address = address }

    /// What the last good fetch was told: an unchanged document comes back as 304 without its body.
    package mutating func ifChanged(since tag: String?, _ modified: String?) {
        if let tag { headers.append(("If-None-Match", tag)) }
        if let modified { headers.append(("If-Modified-Since", modified)) }
    }
}

/// How much patience and memory a fetch may take.
package struct Limits: Sendable {
    /// Seconds for everything, redirects included.
    package var seconds = 600.0
    /// Seconds until the connection stands.
    package var connecting = 15.0
    /// Slower than `slowest` bytes a second for this long is given up.
    package var slowSeconds = 30
    package var slowest = 256
    /// Bytes as they travel.
    package var received = 1 << 30
    /// Bytes after unpacking: a small gzip can hold anything.
    package var unpacked = 4 << 30
    /// Redirects followed. With 0 the redirect itself is the reply.
    package var redirects = 5

    package init() {}
}

/// What came back. The body went to the receiver while it arrived.
package struct Reply: Sendable {
    package let status: Int
    /// Where it came from, after redirects.
    package let address: WebAddress
    package let headers: Headers
    /// Bytes of the body after unpacking.
    package let size: Int
    /// What an answer other than 2xx said: its first 64 KiB. The receiver never sees those.
    package let refusal: Data

    package var isGood: Bool { (200...299).contains(status) }
    /// Nothing has changed since the last good fetch.
    package var isUnchanged: Bool { status == 304 }
}

/// Names and values in the order they came; names in any case.
package struct Headers: Sendable {
    private var all: [(name: String, value: String)] = []

    package subscript(name: String) -> String? { all.first { $0.name == name.lowercased() }?.value }
    package func all(_ name: String) -> [String] { all.filter { $0.name == name.lowercased() }.map(\.value) }

    mutating func add(line: String) {
        guard let colon = line.firstIndex(of: ":") else { return }
        let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
        all.append((line[..<colon].lowercased(), value))
    }
}
