import Foundation
import GRDB
package import Storage

extension Desk {
    /// Hides every place where these words stand.
    package func redact(
        _ words: String, as kind: Redaction.Kind, in id: ID<Question>, version: Int, by person: PersonID
    ) async throws {
        let words = words.trimmingCharacters(in: .whitespacesAndNewlines)
        // The note keeps the kind alone: the words must not live on in the history.
        let decision = Decision(act: .redacted, person: person, note: kind.rawValue)
        let today = world.today
        try await decide(decision, on: id, version: version) { db, question in
            for span in try Redaction.hiding(words, as: kind, in: question.text, besides: question.redactions) {
                try db.execute(
                    sql: "INSERT INTO redaction (question, start, length, kind) VALUES (?, ?, ?, ?)",
                    arguments: [id, span.bytes.lowerBound, span.bytes.count, span.kind.rawValue])
            }
            try Self.askAnew(question, on: today, db)
        }
    }

    /// Shows a hidden span again.
    /// - Parameter start: its first byte.
    package func restore(
        spanAt start: Int, in id: ID<Question>, version: Int, by person: PersonID
    ) async throws {
        let today = world.today
        try await decide(Decision(act: .restored, person: person), on: id, version: version) { db, question in
            try db.execute(sql: "DELETE FROM redaction WHERE question = ? AND start = ?", arguments: [id, start])
            if db.changesCount == 0 { throw Refusal.wordsNotFound }
            try Self.askAnew(question, on: today, db)
        }
    }

    /// Takes over the words the asker proposed. What was hidden before is hidden no more.
    package func reword(_ id: ID<Question>, version: Int, by person: PersonID) async throws {
        let today = world.today
        try await decide(Decision(act: .reworded, person: person), on: id, version: version) { db, question in
            guard let proposal = question.proposal else { throw Refusal.gone }
            try Self.replaceWords(of: question, with: proposal, on: today, db)
        }
    }

    static func replaceWords(of question: Question, with text: String, on today: Day, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM redaction WHERE question = ?", arguments: [question.id])
        // The next batch looks anew for questions like it.
        try db.execute(sql: "DELETE FROM alike WHERE question = ?", arguments: [question.id])
        try db.execute(
            sql: "UPDATE question SET text = ?, proposal = NULL WHERE id = ?", arguments: [text, question.id])
        try askAnew(question, on: today, db)
    }

    /// Asks the asker to write the question anew, within 30 days.
    package func askForChanges(
        _ id: ID<Question>, _ remark: Remark, version: Int, by person: PersonID
    ) async throws {
        let today = world.today
        let decision = Decision(act: .askedForChanges, person: person, note: remark.text)
        try await decide(decision, on: id, version: version) { db, question in
            try Self.move(question, to: .changesAsked(remark.text, until: today + 30), on: today, db)
        }
    }

    /// Approves a question and gives it to an expert; or gives it to another.
    package func assign(
        _ id: ID<Question>, to expert: PersonID, version: Int, by person: PersonID
    ) async throws {
        let today = world.today
        try await decide(Decision(act: .assigned, person: person), on: id, version: version) { db, question in
            let isExpert = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM expert WHERE person = ?)", arguments: [expert])
            guard isExpert == true else { throw Refusal.notAnExpert }
            guard !question.excluded.contains(expert) else { throw Refusal.excludedByAsker }
            try db.execute(sql: "DELETE FROM answer WHERE question = ?", arguments: [id])
            try Self.move(question, to: .withExpert(expert), on: today, db)
        }
    }

    /// Declines a question with the reason its asker will read.
    package func decline(
        _ id: ID<Question>, reason: String, version: Int, by person: PersonID
    ) async throws {
        let today = world.today
        try await decide(Decision(act: .declined, person: person, note: reason), on: id, version: version) {
            db, question in
            try Self.move(question, to: .declined(reason: reason), on: today, db)
        }
    }
}
