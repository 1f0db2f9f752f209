import Foundation
import Storage

/// What a link in a mail lets its reader do.
package enum LinkPurpose: String, Sendable {
    case password, address, joining
}

/// A link's secret: 256 bits and the moment it runs out, so that no file has to keep that moment.
struct LinkSecret {
    let text: String

    init(until moment: Date, _ world: World) {
        let seconds = UInt64(max(0, moment.timeIntervalSince1970))
        let bytes = stride(from: UInt64(32), through: 0, by: -8).map { UInt8(truncatingIfNeeded: seconds >> $0) }
        text = Base32.encode(world.randomBytes(32) + bytes)
    }

    /// Whether its moment has come. A changed moment makes another secret, which opens nothing.
    static func isOver(_ text: String, at now: Date) -> Bool {
        guard let bytes = Base32.decode(text), bytes.count == 37 else { return true }
        return Double(bytes.suffix(5).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }) <= now.timeIntervalSince1970
    }
}
