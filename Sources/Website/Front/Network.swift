import Foundation
import HTTPTypes
import Hummingbird
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

extension Site {
    /// Where a request comes from. Of `X-Forwarded-For` only the last address is the proxy's own word.
    func network(of request: Request, _ context: FrontContext) -> String {
        let forwarded = request.headers[.xForwardedFor]?.split(separator: ",").last?.trimmingPrefix(
            while: \.isWhitespace)
        guard isBehindProxy, let forwarded else { return context.network }
        return Network.name(of: String(forwarded))
    }
}

extension HTTPField.Name {
    fileprivate static let xForwardedFor = HTTPField.Name("X-Forwarded-For") ?? .origin
}
