import Foundation
import Opportunities

/// How far a harvest is, redrawn in place; silent where standard error is no terminal.
struct ProgressBar: Sendable {
    let label: String
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private static let width = 30

    init(label: String) { self.label = label }

    @Sendable func show(_ progress: HarvestProgress) {
        guard isTerminal, progress.total > 0 else { return }
        let filled = Self.width * progress.done / progress.total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
        let refused = progress.refused > 0 ? ", \(progress.refused) refused" : ""
        write("\r\(label) \(bar) \(progress.done) of \(progress.total)\(refused)")
    }

    func clear() {
        if isTerminal { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
