import Containers
package import Foundation
package import Storage
import Synchronization

/// A file that is being sent: what comes goes to the disk at once, up to the limit; what is beyond it is dropped.
package final class ArrivingFile<Subject>: Sendable {
    package let id: ID<Subject>
    private let most: Int
    private let state: Mutex<(handle: FileHandle?, count: Int)>

    init(_ id: ID<Subject>, at file: URL, upTo most: Int) throws {
        (self.id, self.most) = (id, most)
        try Data().write(to: file)
        state = Mutex((try FileHandle(forWritingTo: file), 0))
    }

    package func add(_ bytes: Data) throws {
        try state.withLock { state in
            state.count += bytes.count
            if state.count <= most { try state.handle?.write(contentsOf: bytes) }
        }
    }

    /// - Throws: `Invalid` where there is nothing in it, or too much.
    func end() throws {
        let count = try state.withLock { state in
            try state.handle?.close()
            state.handle = nil
            return state.count
        }
        guard count > 0 else { throw Invalid("file", "Choose another file: this one is empty.") }
        guard count <= most else {
            throw Invalid("file", "The file is larger than \(most.inMegabytes): choose a smaller one.")
        }
    }
}

extension Int {
    /// Of bytes: "1.5 MB".
    package var inMegabytes: String {
        if self < 1_000_000 { return "\(Swift.max(1, (self + 500) / 1_000)) kB" }
        let tenths = (self + 50_000) / 100_000
        return tenths % 10 == 0 || tenths >= 1_000 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
    }
}

extension Invalid {
    static let tookTooLong = Invalid("file", "The file took too long to arrive: choose it again.")

    /// What a person is told of a file that cannot be kept; nil where something else went wrong.
    init?(ofFile error: any Error) {
        switch error {
        case let invalid as Invalid: self = invalid
        case FileKind.Refusal.macros:
            self.init("file", "The document holds a program (macros): save it without, and choose it again.")
        case FileKind.Refusal.damaged, is Malformed:
            self.init("file", "The file is damaged or breaks off: open it, save it anew, and choose that one.")
        case FileKind.Refusal.unknown:
            self.init(
                "file",
                "Choose a PDF, a picture (JPEG, PNG, GIF, WebP), a text or CSV file in UTF-8, or a document of Word, Excel, PowerPoint or LibreOffice. This file is none of these."
            )
        default: return nil
        }
    }
}

/// Work that waits for the disk, on a thread that answers no request.
func onOwnThread<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global(qos: .userInitiated).async {
            continuation.resume(with: Swift.Result { try work() })
        }
    }
}
