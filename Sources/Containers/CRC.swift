import CZlib
package import Foundation

/// CRC-32 as PNG and ZIP use it.
package struct CRC: Sendable {
    private var sum: UInt = 0

    package init() {}

    package mutating func add(_ bytes: Data) {
        bytes.withUnsafeBytes { all in
            sum = crc32_z(sum, all.bindMemory(to: UInt8.self).baseAddress, all.count)
        }
    }

    package var value: Int { Int(sum) }

    static func of(_ bytes: Data) -> Int {
        var crc = CRC()
        crc.add(bytes)
        return crc.value
    }
}
