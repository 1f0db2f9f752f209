import Foundation
import Synchronization

/// A page that arrives on the thread of a transfer.
final class PageBytes: Sendable {
    private let data = Mutex(Data())

    func add(_ piece: UnsafeRawBufferPointer) { data.withLock { $0.append(contentsOf: piece) } }
    var bytes: Data { data.withLock { $0 } }
}
