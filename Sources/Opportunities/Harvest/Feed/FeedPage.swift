import Foundation
import Outbound

/// A page of an RPDE feed.
struct FeedPage {
    let bytes: Data
    /// Where each item stands in them.
    let items: [Range<Int>]
    let next: WebAddress

    /// - Throws: `HarvestFailure` with what an administrator can tell the provider.
    init(_ bytes: Data, from address: WebAddress) throws {
        func failure(_ what: String) -> HarvestFailure {
            HarvestFailure(description: "The page \(address) \(what).")
        }
        let parts = bytes.withUnsafeBytes { raw -> [Substring: Range<Int>]? in
            JSONText.members(of: raw.bindMemory(to: UInt8.self)).map { members in
                Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
            }
        }
        guard let parts else { throw failure("is no JSON object, or breaks off before its end") }
        let elements = parts["items"].flatMap { range in
            bytes.withUnsafeBytes { raw in JSONText.elements(at: range, in: raw.bindMemory(to: UInt8.self)) }
        }
        guard let elements else { throw failure("has no list under “items”") }
        self.bytes = bytes
        items = elements
        let written = parts["next"].flatMap { try? JSON(bytes.subdata(in: $0)).text }
        guard let written, !written.isEmpty else { throw failure("does not say under “next” where the feed goes on") }
        guard let next = try? address.following(written) else {
            throw failure("says under “next” what is no address: “\(written.prefix(200))”")
        }
        // A feed that sends us elsewhere is either moved, which an administrator can say, or not what it was.
        guard next.host == address.host else {
            throw failure(
                "goes on at another host, \(next.host). If that is right, add the source again with the address there")
        }
        self.next = next
    }

    /// All items with whatever stands between them, which is commas and spaces.
    var list: Data {
        guard let first = items.first, let last = items.last else { return Data() }
        return bytes[bytes.startIndex + first.lowerBound..<bytes.startIndex + last.upperBound]
    }
}
