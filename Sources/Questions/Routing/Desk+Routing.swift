import GRDB
package import Storage

extension Desk {
    /// How well a text fits each specialty, by its words and by what was published like it; the best first.
    package func specialties(for text: String) async throws -> [SpecialtyFit] {
        try await database.read { db in
            try specialties(db).fits(of: text, past: try Past(like: text, in: pages(db), db).topics)
        }
    }

    /// Who could answer, the most fitting first, as this person may see it. Whom the asker left out is not in it.
    package func candidates(for id: ID<Question>, shownTo person: PersonID) async throws -> [Candidate] {
        let today = world.today
        return try await database.read { db in
            guard let question = try Self.question(db, id), !question.excluded.contains(person) else { return [] }
            return try candidates(for: question, shownTo: person, on: today, db)
        }
    }

    /// - Parameter person: what is kept from them counts into nobody's load, or a number would tell them of it. nil where
    ///   nobody looks.
    func candidates(
        for question: Question, shownTo person: PersonID?, on today: Day, _ db: Database
    ) throws -> [Candidate] {
        let past = try Past(like: question.text, in: pages(db), db)
        let settings = try Self.routing(db)
        let ranking = Ranking(
            question: question, fits: try specialties(db).fits(of: question.text, past: past.topics),
            past: past,
            today: today, horizon: today + settings.daysToAccept + settings.daysToAnswer)
        return ranking.candidates(
            try Self.expertsAtWork(on: question, shownTo: person, on: today, db).filter {
                !question.excluded.contains($0.id)
            })
    }

    private static func expertsAtWork(
        on question: Question, shownTo person: PersonID?, on today: Day, _ db: Database
    ) throws -> [ExpertAtWork] {
        let loads = try loads(shownTo: person, db)
        let (absences, conflicts) = (try Self.absences(from: today, db), try Self.conflicts(db))
        let passed = Dictionary(
            grouping: try Row.fetchAll(
                db, sql: "SELECT expert, why FROM passed_on WHERE question = ? ORDER BY why", arguments: [question.id]),
            by: { $0["expert"] as PersonID })
        return try experts(db).map { expert in
            ExpertAtWork(
                id: expert.id, topics: expert.topics, held: loads[expert.id] ?? 0,
                absence: absences[expert.id]?.first,
                conflicts: conflicts[expert.id] ?? Conflicts(stored: []),
                passedOn: (passed[expert.id] ?? []).compactMap { PassedOn(rawValue: $0["why"]) })
        }
    }

    /// How many open questions are with each expert, or how many of them are accepted.
    static func loads(shownTo person: PersonID?, accepted: Bool = false, _ db: Database) throws -> [PersonID: Int] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT expert, count(*) AS held FROM assignment
                WHERE NOT EXISTS (SELECT 1 FROM exclusion
                    WHERE exclusion.question = assignment.question AND exclusion.person = ?)
                    AND (accepted IS NOT NULL OR NOT ?)
                GROUP BY expert
                """, arguments: [person, accepted])
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["expert"], $0["held"]) })
    }
}
