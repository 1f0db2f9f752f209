import Foundation
import GRDB
package import Storage

/// What an expert says of themselves, and the topics they answer.
package struct Expert: Sendable, Identifiable {
    package let id: PersonID
    package let headline: String
    package let about: String
    package let topics: [Topic]

    /// What was typed about an expert, checked.
    package struct Profile: Sendable {
        package let headline: String
        package let about: String
        package let topics: [String]

        package init(headline: String, about: String, topics: [String]) throws(InvalidFields) {
            self.headline = PlainText.cleaned(headline)
            self.about = PlainText.cleaned(about)
            self.topics = topics
            var wrong: [Invalid] = []
            if !(1...120).contains(self.headline.count) {
                wrong.append(Invalid("headline", "Say in 1 to 120 characters what this expert does."))
            }
            if self.about.count > 1_000 { wrong.append(Invalid("about", "Shorten this to 1,000 characters.")) }
            guard wrong.isEmpty else { throw InvalidFields(wrong) }
        }
    }
}

extension Desk {
    package func experts() async throws -> [Expert] {
        try await database.read { db in
            let topics = try Self.topics(db)
            let expertise = Dictionary(
                grouping: try Row.fetchAll(db, sql: "SELECT person, topic FROM expertise"),
                by: { $0["person"] as PersonID })
            return try Row.fetchAll(db, sql: "SELECT person, headline, about FROM expert ORDER BY person").map { row in
                let own = Set((expertise[row["person"]] ?? []).map { $0["topic"] as String })
                return Expert(
                    id: row["person"], headline: row["headline"], about: row["about"],
                    topics: topics.filter { own.contains($0.slug) })
            }
        }
    }

    /// Adds an expert or changes what is said of them. Topics that do not exist are passed over.
    package func save(_ profile: Expert.Profile, of person: PersonID) async throws {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM expert WHERE person = ?", arguments: [person])
            try db.execute(
                sql: "INSERT INTO expert (person, headline, about) VALUES (?, ?, ?)",
                arguments: [person, profile.headline, profile.about])
            // A form may name a topic twice. Sorted, so that the file does not follow the accidental order of a Set.
            for topic in Set(profile.topics).sorted() {
                try db.execute(
                    sql: "INSERT INTO expertise (person, topic) SELECT ?, slug FROM topic WHERE slug = ?",
                    arguments: [person, topic])
            }
        }
    }

    /// Takes someone off the list of experts; what they hold goes back to the queue.
    package func removeExpert(_ person: PersonID) async throws {
        try await database.write { [world] db in
            try db.execute(sql: "DELETE FROM expert WHERE person = ?", arguments: [person])
            let held = try ID<Question>.fetchAll(
                db, sql: "SELECT id FROM question WHERE expert = ? AND step = 'with expert' ORDER BY id",
                arguments: [person])
            for question in try held.compactMap({ try Self.question(db, $0) }) {
                try Self.move(question, to: question.step(without: person), on: world.today, db)
                try Self.bump(question.id, db)
            }
        }
    }
}
