import GRDB
import Storage

extension Schema {
    /// Questions that are gone and were kept from somebody. Whom they were kept from is a hint at who asked, and goes
    /// with the question; so what staff decided on them is shown to nobody but who decided it.
    static let reservedHistory = """
        CREATE TABLE reserved (
            question BLOB PRIMARY KEY CHECK (length(question) = 16)
        ) STRICT, WITHOUT ROWID;
        """
}

extension Desk {
    /// Before exclusions are deleted and their question is not published.
    /// - Parameter condition: which questions, in SQL.
    static func reserveHistory(
        ofQuestions condition: String, _ arguments: StatementArguments, _ db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO reserved (question)
                SELECT id FROM question WHERE \(condition)
                    AND EXISTS (SELECT 1 FROM exclusion WHERE exclusion.question = question.id)
                    AND NOT EXISTS (SELECT 1 FROM reserved WHERE reserved.question = question.id)
                    AND EXISTS (SELECT 1 FROM decision WHERE decision.question = question.id)
                ORDER BY id
                """, arguments: arguments)
    }
}
