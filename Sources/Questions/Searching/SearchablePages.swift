import GRDB
import TextSearch

/// What one transaction can search: the words of published pages, and which of them still stand as they are known.
struct SearchablePages {
    let finder: Finder
    /// Nil for every document.
    let standing: DocumentSet?

    init(_ finder: Finder, standing: DocumentSet?) {
        self.finder = finder
        self.standing = standing
    }

    var index: SearchIndex { finder.index }

    /// What was typed; no word is put in its place that only a withdrawn page held.
    func understand(_ typed: String, isCorrecting: Bool, _ db: Database) throws -> Finder.Understood {
        let understood = finder.understand(typed, isCorrecting: isCorrecting)
        guard standing != nil, let correction = understood.correction else { return understood }
        let meant = correction.changes.flatMap(\.meant)
        return try meant.allSatisfy { try isHeld($0, db) } ? understood : finder.understand(typed, isCorrecting: false)
    }

    /// A text that nobody typed into a search field: its quotes and dashes are no signs.
    func understand(running text: String) -> Finder.Understood {
        let words = text.map { $0.isLetter || $0.isNumber || $0 == "'" || $0 == "’" ? $0 : " " }
        return finder.understand(String(words), isCorrecting: false)
    }

    private func isHeld(_ word: String, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM published_words WHERE published_words MATCH ?)",
            arguments: [Query.quoted(word)]) ?? false
    }

    /// What stands under a topic; nil for everything.
    func standing(under topic: String?, _ db: Database) throws -> DocumentSet? {
        guard let topic else { return standing }
        let own = try documents("SELECT number FROM published WHERE topic = ?", [topic], db)
        return standing.map(own.intersection) ?? own
    }

    func superseded(_ db: Database) throws -> DocumentSet {
        try documents("SELECT number FROM published WHERE superseded_by IS NOT NULL", [], db)
    }

    private func documents(_ sql: String, _ arguments: StatementArguments, _ db: Database) throws -> DocumentSet {
        var documents = DocumentSet(capacity: index.count)
        let numbers = try Int.fetchCursor(db, sql: sql, arguments: arguments)
        while let number = try numbers.next() {
            if let document = index.document(ofRow: number) { documents.insert(document) }
        }
        return documents
    }
}
