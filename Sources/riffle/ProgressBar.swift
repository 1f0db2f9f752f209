import Foundation
import Opportunities
import Synchronization

/// How far a harvest is, redrawn in place at most ten times a second; silent where standard error is no terminal.
final class ProgressBar: Sendable {
    private struct Pace {
        var phase: HarvestProgress.Phase?
        var began = ContinuousClock.now
        var drawn = ContinuousClock.now - .seconds(1)
    }
    private let label: String
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let pace = Mutex(Pace())
    private static let width = 30

    init(label: String) { self.label = label }

    func show(_ progress: HarvestProgress) {
        guard isTerminal else { return }
        let now = ContinuousClock.now
        let seconds = pace.withLock { pace -> Double? in
            if pace.phase != progress.phase { (pace.phase, pace.began) = (progress.phase, now) }
            guard now - pace.drawn > .milliseconds(100) || progress.share == 1 else { return nil }
            pace.drawn = now
            return (now - pace.began) / .seconds(1)
        }
        if let seconds { write("\r\u{1B}[K\(label) \(Self.line(progress, after: seconds))") }
    }

    func clear() {
        if isTerminal { write("\r\u{1B}[K") }
    }

    /// As `reading ███░░░ 1200 items, 3 refused, 400 a second, 12 s left`.
    static func line(_ progress: HarvestProgress, after seconds: Double) -> String {
        var line = progress.phase.rawValue
        if let share = progress.share {
            let filled = min(width, max(0, Int(Double(width) * share)))
            line += " " + String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        }
        line += " \(progress.items) items"
        if progress.refused > 0 { line += ", \(progress.refused) refused" }
        guard seconds >= 1 else { return line }
        line += ", \(Int(Double(progress.items) / seconds)) a second"
        if let share = progress.share, share > 0.01, share < 1 {
            line += ", \(Int((seconds * (1 - share) / share).rounded(.up))) s left"
        }
        return line
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
