package import Foundation
package import Questions
package import Storage

/// What the demo comes with, as far as routing learns from it.
package enum Seeds {
    private struct SeedTopic: Decodable { let slug, name, about: String }
    private struct SeedQuestion: Decodable {
        struct Answer: Decodable { let text: String }
        let topic, text: String
        let month: String?
        let answer: Answer?
    }

    /// The demo's topics with their words.
    /// - Parameter past: whether the demo's published answers come with them.
    package static func load(_ home: URL, into desk: Desk, world: World, past: Bool) async throws {
        let seeds = home.appending(path: "seed-data")
        for topic in try read([SeedTopic].self, "topics.json", in: seeds) {
            try await desk.save(try Topic(name: topic.name, about: topic.about))
            let words = try String(contentsOf: seeds.appending(path: "words/\(topic.slug).txt"), encoding: .utf8)
            try await desk.save(try TopicWords(words), of: topic.slug)
        }
        guard past else { return }
        let expert: PersonID = world.id()
        for question in try read([SeedQuestion].self, "questions.json", in: seeds) {
            guard let answer = question.answer else { continue }
            try await desk.publish(
                question.text, topic: question.topic, answer: try Answer.Draft(answer.text), by: expert,
                month: world.today.month)
        }
    }

    /// The demo's published answers.
    static func answers(_ home: URL) throws -> [String] {
        try read([SeedQuestion].self, "questions.json", in: home.appending(path: "seed-data")).compactMap(
            \.answer?.text)
    }

    private static func read<Value: Decodable>(_ type: Value.Type, _ name: String, in folder: URL) throws -> Value {
        try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: name)))
    }
}
