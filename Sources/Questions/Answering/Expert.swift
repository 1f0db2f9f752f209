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
        try await database.read { db in try Self.experts(db) }
    }

    static func experts(_ db: Database) throws -> [Expert] {
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

    /// Takes someone off the list of experts. What they hold goes to the next candidates where routing is automatic, else
    /// back to the queue.
    /// - Parameter actor: who does it; nil where it follows from their leaving.
    /// - Returns: what became of each question.
    @discardableResult
    package func removeExpert(_ person: PersonID, by actor: PersonID? = nil) async throws -> [HandedOver] {
        try await database.write { db in
            for table in ["expert", "absence", "conflict"] {
                try db.execute(sql: "DELETE FROM \(table) WHERE person = ?", arguments: [person])
            }
            let goal: HandOver = try Self.routing(db).isAutomatic ? .nextCandidates : .queue
            return try handOver(
                everythingOf: person, to: goal, by: actor ?? person, actor == nil ? .left : .handedOver, db)
        }
    }
}
