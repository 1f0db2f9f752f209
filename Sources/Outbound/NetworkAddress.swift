import Foundation

/// An address of a machine, as the system is about to connect to it.
enum NetworkAddress: Equatable {
    case four(UInt32)
    /// Its two halves.
    case six(UInt64, UInt64)

    /// From the system's own form; nil for a family that is neither.
    init?(_ address: UnsafeRawPointer, family: Int32, length: Int) {
        switch family {
        case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
            let word = address.loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr
            self = .four(UInt32(bigEndian: word))
        case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
            let bytes = withUnsafeBytes(of: address.loadUnaligned(as: sockaddr_in6.self).sin6_addr, Array.init)
            self.init(six: bytes)
        default: return nil
        }
    }

    /// From text, such as `10.0.0.1` or `::1`.
    init?(_ text: String) {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 {
            self = .four(bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) })
        } else if inet_pton(AF_INET6, text, &bytes) == 1 {
            self.init(six: bytes)
        } else {
            return nil
        }
    }

    private init(six bytes: [UInt8]) {
        self = .six(
            bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }, bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// The machine itself, spelled without a detour.
    var isLoopback: Bool { self == .four(0x7F00_0001) || self == .six(0, 1) }

    /// Whether anyone on the internet could reach it: nothing of this machine, its neighbours or its operator.
    ///
    /// Sources: the IANA registries of special-purpose addresses, IPv4 and IPv6.
    var isPublic: Bool {
        switch self {
        case .four(let word):
            return !Self.specialFour.contains { base, bits in word >> (32 - bits) == base >> (32 - bits) }
        case .six(let high, let low):
            // NAT64 leads to the IPv4 address in its last bits. The mapped form is refused with all the rest.
            if high == 0x0064_FF9B_0000_0000, low >> 32 == 0 {
                return NetworkAddress.four(UInt32(truncatingIfNeeded: low)).isPublic
            }
            guard high >> 61 == 0b001 else { return false }
            return !Self.specialSix.contains { base, bits in high >> (64 - bits) == base >> (64 - bits) }
        }
    }

    private static let specialFour: [(base: UInt32, bits: UInt32)] = [
        (0x0000_0000, 8),  // this network
        (0x0A00_0000, 8),  // private
        (0x6440_0000, 10),  // between a carrier and its customers
        (0x7F00_0000, 8),  // loopback
        (0xA9FE_0000, 16),  // link-local, where clouds keep their keys
        (0xAC10_0000, 12),  // private
        (0xC000_0000, 24),  // protocol assignments
        (0xC000_0200, 24),  // documentation
        (0xC058_6300, 24),  // 6to4 relays
        (0xC0A8_0000, 16),  // private
        (0xC612_0000, 15),  // benchmarks
        (0xC633_6400, 24),  // documentation
        (0xCB00_7100, 24),  // documentation
        (0xE000_0000, 4),  // multicast
        (0xF000_0000, 4),  // reserved, broadcast
    ]

    /// Within 2000::/3, outside of which no address is public.
    private static let specialSix: [(base: UInt64, bits: UInt64)] = [
        (0x2001_0000_0000_0000, 23),  // protocol assignments, Teredo
        (0x2001_0DB8_0000_0000, 32),  // documentation
        (0x2002_0000_0000_0000, 16),  // 6to4, which wraps any IPv4 address
        (0x3FFF_0000_0000_0000, 20),  // documentation
    ]
}
