import Foundation
import Synchronization

/// Bytes that are gathered on one thread and read on another.
final class Pile: Sendable {
    private let bytes = Mutex(Data())

    func add(_ piece: UnsafeRawBufferPointer) { bytes.withLock { $0.append(contentsOf: piece) } }
    var data: Data { bytes.withLock { $0 } }
}
