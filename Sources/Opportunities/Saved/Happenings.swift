import GRDB
import Storage
import TextSearch

/// What changed in the catalogue after one moment, of all that can be found now.
struct Happenings {
    /// Whatever changed.
    let documents: DocumentSet
    /// By number: the first of the days to come that was added.
    let datesAdded: [Int: Day]
    let reopened: Set<Int>

    /// - Parameter since: the last change that is known.
    init(since: Int, _ snapshot: Snapshot, _ db: Database) throws {
        let changed = try Int.fetchAll(
            db, sql: "SELECT opportunity FROM passed_on WHERE change > ? AND opportunity IS NOT NULL",
            arguments: [since])
        let columns = snapshot.attributes
        documents = columns.documents(of: changed).subtracting(columns.over(on: snapshot.day))
            .subtracting(columns.paidResearch)
        reopened = Set(try Int.fetchAll(db, sql: "SELECT opportunity FROM reopened"))
        let added = try Row.fetchAll(
            db,
            sql: """
                SELECT session.opportunity, min(session.starts) AS first
                FROM rewritten JOIN session ON session.opportunity = rewritten.opportunity
                WHERE session.starts >= ? AND NOT EXISTS (
                    SELECT 1 FROM former_session AS former
                    WHERE former.opportunity = session.opportunity AND former.starts = session.starts)
                GROUP BY session.opportunity
                """, arguments: [snapshot.day.description])
        datesAdded = Dictionary(
            added.compactMap { row in
                LocalTime(row["first"] as String).map { (row["opportunity"] as Int, $0.day) }
            }, uniquingKeysWith: { first, _ in first })
    }
}

/// What of it one search finds, with every word it asks.
///
/// A search that finds little shows what holds some of its words; an alert that did so would cry wolf.
struct Matches {
    private let finding: Finding
    private let happenings: Happenings
    private let documents: DocumentSet
    /// Opportunities with a higher number were not there before.
    private let since: Int
    private let db: Database

    init(_ search: Search, _ happenings: Happenings, since: Int, _ snapshot: Snapshot, _ db: Database) throws {
        finding = try Finding(search, snapshot, db)
        self.happenings = happenings
        self.since = since
        self.db = db
        let documents = Self.found(of: happenings.documents, by: finding)
        let numbers = snapshot.attributes.numbers
        var new: [Int] = []
        documents.forEach { if numbers[$0] > since { new.append(Int(numbers[$0])) } }
        let over = snapshot.attributes.over(on: snapshot.day)
        let copies = try CopiesOfShown(among: new, since: since, snapshot.attributes, db) { [finding] older in
            Self.found(of: older.subtracting(over), by: finding)
        }
        self.documents = DocumentSet(capacity: documents.capacity) { document in
            guard documents.contains(document) else { return false }
            let number = Int(numbers[document])
            if number > since { return !copies.numbers.contains(number) }
            return happenings.reopened.contains(number) || happenings.datesAdded[number] != nil
        }
    }

    private static func found(of documents: DocumentSet, by finding: Finding) -> DocumentSet {
        let allowed = finding.allowed.map(documents.intersection) ?? documents
        guard !finding.understood.isEmpty else { return allowed }
        return finding.snapshot.finder.index.matches(
            of: finding.understood.demandingAll().wanted, among: allowed)
    }

    var count: Int { documents.count }

    /// The best of them.
    func alerts(most: Int, on today: Day) throws -> [Alert] {
        let ranked = Ranker(finding: finding).ranked(best(most))
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT number, id, title, organisation FROM opportunity
                WHERE number IN \(ranked.map(\.candidate.number))
                """
        ).fetchAll(db)
        let byNumber = Dictionary(rows.map { ($0["number"] as Int, $0) }, uniquingKeysWith: { first, _ in first })
        return ranked.compactMap { one in
            byNumber[one.candidate.number].map { row in
                Alert(
                    opportunity: row["id"], reason: reason(one.candidate.number), title: row["title"],
                    organisation: row["organisation"], why: Self.words(one.why), day: today)
            }
        }
    }

    private func reason(_ number: Int) -> Alert.Reason {
        if number > since { return .new }
        if happenings.reopened.contains(number) { return .reopened }
        return happenings.datesAdded[number].map(Alert.Reason.dateAdded) ?? .reopened
    }

    private func best(_ most: Int) -> [Candidate] {
        let own = OwnWorth(finding)
        guard !finding.understood.isEmpty else {
            var best = Best(most)
            documents.forEach { best.add($0, own.points(of: $0)) }
            return best.documents.map { candidate($0, nil) }
        }
        return finding.snapshot.finder.best(most, of: finding.understood.demandingAll(), among: documents)
            .map { candidate($0.document, $0) }
    }

    private func candidate(_ document: Int, _ hit: Hit?) -> Candidate {
        Candidate(
            document, hit: hit, miles: finding.filter.nearby?.miles(to: document), finding.snapshot.attributes)
    }

    /// What the member asked for, as it fits; what every advert has is no reason.
    private static func words(_ why: [Factor]) -> String {
        why.filter { ![.freshness, .quality, .closeness, .alike, .paidResearch].contains($0.factor) }.prefix(4)
            .map(\.words).joined(separator: "; ")
    }
}
