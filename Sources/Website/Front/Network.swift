import Foundation
import NIOCore

/// A network as one name: throttling a single IPv6 address would be like throttling a single door of a house.
enum Network {
    static func name(of address: SocketAddress?) -> String {
        address?.ipAddress.map { name(of: $0) } ?? "unknown"
    }

    /// An IPv4 address as it is; of an IPv6 address the first 64 bits.
    static func name(of address: String) -> String {
        var bytes = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, address, &bytes) == 1 else { return address }
        return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
    }
}
