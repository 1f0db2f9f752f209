import Foundation
import Questions
import Storage
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
    /// A question that waits at the desk.
    func waitingQuestion(
        _ text: String = "How do I tell my manager that I want to leave?"
    ) async throws -> ID<Question> {
        _ = try await browser().ask(text)
        return try #require(try await site.desk.queue().first { $0.text == text }?.id)
    }
}

extension Document {
    /// The receipt on the page, as an asker would copy it.
    var receipt: String? {
        guard let shown = html.firstMatch(of: /<p class="code"[^>]*>(.*?)<\/p>/)?.1 else { return nil }
        return shown.matches(of: /<span>([^<]*)</).map { String($0.1) }.joined(separator: "-")
    }
}
