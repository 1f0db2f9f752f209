import Foundation
import Questions
import Storage
import TestSupport
import Testing
import Website

extension Browser {
    /// Asks through the form.
    /// - Returns: the receipt.
    func ask(_ text: String, topic: String = "careers") async throws -> String {
        try await open("/ask")
        fill("topic", topic)
        fill("text", text)
        fill("terms", "yes")
        try await press("Send my question")
        return try #require(page.receipt)
    }
}

extension TestSite {
    /// What comes on the clock: arrivals go to the desk, and what was released goes out.
    func batch() async throws { _ = try await site.desk.batch() }

    /// What waits at the desk once a batch has come.
    func queue() async throws -> [Desk.Waiting] {
        try await batch()
        return try await site.desk.queue(for: cast.moderator.id)
    }

    /// A question that waits at the desk.
    func waitingQuestion(
        _ text: String = "How do I tell my manager that I want to leave?"
    ) async throws -> ID<Question> {
        _ = try await browser().ask(text)
        return try #require(try await queue().first { $0.text == text }?.id)
    }

    /// Gives the question that waits, or a new one, to the expert.
    func assigned() async throws -> ID<Question> {
        let waiting = try await queue().first { $0.step == .received }?.id
        let id = if let waiting { waiting } else { try await waitingQuestion() }
        try await site.desk.assign(id, to: cast.expert.id, version: try await version(id), by: cast.moderator.id)
        return id
    }

    /// Has the expert answer.
    func answer(_ id: ID<Question>, _ text: String) async throws {
        try await site.desk.answer(id, try Answer.Draft(text), version: try await version(id), by: cast.expert.id)
    }

    /// Has the moderator publish, and the next batch come.
    func release(_ id: ID<Question>) async throws {
        try await site.desk.release(id, version: try await version(id), by: cast.moderator.id)
        try await batch()
    }

    /// A question with its answer, as everybody reads it.
    @discardableResult
    func publish(_ text: String, _ answer: String, _ topic: String = "careers") async throws -> ID<Question> {
        let draft = try Question.Draft(topic: topic, text: text, agreed: true, topics: try await site.desk.topics())
        _ = try await site.desk.ask(draft, receipt: Receipt(from: world.world))
        let id = try await assigned()
        try await self.answer(id, answer)
        try await release(id)
        return id
    }

    private func version(_ id: ID<Question>) async throws -> Int {
        try #require(try await site.desk.question(id, for: cast.moderator.id)).version
    }
}

extension Document {
    /// The receipt on the page, as an asker would copy it.
    var receipt: String? {
        guard let shown = html.firstMatch(of: /<p class="code"[^>]*>(.*?)<\/p>/)?.1 else { return nil }
        return shown.matches(of: /<span>([^<]*)</).map { String($0.1) }.joined(separator: "-")
    }
}
