import Foundation
import NIOCore
import Opportunities
import Synchronization

/// Answers to programs as they were sent, for as long as the edition they were made from.
///
/// Every visitor gets the same answer to the same question, so nothing of who asks is in it.
final class KeptAnswers: Sendable {
    private struct State {
        var edition: Edition?
        var answers: [String: ByteBuffer] = [:]
        var bytes = 0
    }
    private let state = Mutex(State())

    /// When they have grown to this, all are dropped and the common ones are soon back.
    private static let mostBytes = 32 << 20
    /// Longer questions are not worth keeping.
    private static let longestQuestion = 2_000

    func answer(to question: String, from edition: Edition) -> ByteBuffer? {
        state.withLock { $0.edition == edition ? $0.answers[question] : nil }
    }

    func keep(_ answer: ByteBuffer, to question: String, from edition: Edition) {
        guard question.utf8.count <= Self.longestQuestion else { return }
        let size = answer.readableBytes + question.utf8.count
        state.withLock { state in
            if state.edition != edition || state.bytes + size > Self.mostBytes {
                state = State(edition: edition)
            }
            if state.answers.updateValue(answer, forKey: question) == nil { state.bytes += size }
        }
    }
}
