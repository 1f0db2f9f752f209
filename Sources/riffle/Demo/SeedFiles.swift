import Foundation
import Questions

/// A topic in `seed-data/topics.json`.
struct SeedTopic: Decodable {
    let slug: String
    let name: String
    let about: String
}

/// A person in `seed-data/cast.json`.
struct SeedPerson: Decodable {
    let key: String
    let name: String
    let email: String
    let roles: [String]
    let topics: [String]?
    let headline: String?
    let about: String?
}

/// A question in `seed-data/questions.json`.
struct SeedQuestion: Decodable {
    struct Answer: Decodable {
        let expert: String
        let text: String
        /// One a line, as an expert types them.
        let sources: [String]?
        /// The month by whose end it should be read again.
        let reviewBy: String?
    }
    let topic: String
    let text: String
    /// Of those that are published; the others wait at the desk.
    let month: String?
    let answer: Answer?
}

/// A reflection in `seed-data/reflections.json`.
struct SeedReflection: Decodable {
    struct Comment: Decodable {
        let author: String
        let daysAgo: Int
        let body: String
        let stage: String?
        let kind: String?
        /// Whether both agree that other readers see it.
        let shown: Bool?
        let removed: Bool?
        let replies: [Comment]
    }
    struct Goal: Decodable {
        let title: String
        let daysAgo: Int
        let dueInDays: Int
        let answer: Answer?
    }
    struct Answer: Decodable {
        let daysAgo: Int
        let verdict: String
        let words: String
    }
    let owner: String
    let daysAgo: Int
    let title: String
    let words: [String: String]
    let goals: [Goal]?
    let shared: [String]
    let comments: [Comment]
}

extension SeedTopic {
    static func all(in folder: URL) throws -> [SeedTopic] { try SeedFile.read("topics.json", in: folder) }

    /// The words that point to it, in `seed-data/words`.
    func words(in folder: URL) throws -> TopicWords {
        try TopicWords(String(contentsOf: folder.appending(path: "words/\(slug).txt"), encoding: .utf8))
    }
}
extension SeedPerson {
    static func all(in folder: URL) throws -> [SeedPerson] { try SeedFile.read("cast.json", in: folder) }
}
extension SeedQuestion {
    static func all(in folder: URL) throws -> [SeedQuestion] { try SeedFile.read("questions.json", in: folder) }
}
extension SeedReflection {
    static func all(in folder: URL) throws -> [SeedReflection] { try SeedFile.read("reflections.json", in: folder) }
}

enum SeedFile {
    static func read<Value: Decodable>(_ name: String, in folder: URL) throws -> [Value] {
        try JSONDecoder().decode([Value].self, from: Data(contentsOf: folder.appending(path: name)))
    }
}
