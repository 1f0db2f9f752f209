import GRDB
import Storage
import TextSearch

/// Everything a page shows of the rows on it.
struct Showing {
    private let search: Search
    private let expression: String?
    private let today: Day
    private let db: Database

    init(_ finding: Finding, today: Day, _ db: Database) {
        self.today = today
        search = finding.search
        expression = Skills.expression(finding)
        self.db = db
    }

    func found(_ cards: [Arrangement.Card]) throws -> [Results.Found] {
        let ranked = cards.flatMap { [$0.first] + $0.repeats }.map(\.candidate.number)
        let mates = try CardMates(of: ranked, in: db)
        let numbers = Set(ranked + mates.all).sorted()
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT number, id, opportunity.title, organisation, description, link, remote, paid_research, status,
                    first_seen,
                    changed, missing_since, withdrawn, source.title AS source,
                    coalesce(last_confirmed, last_good_harvest, changed) AS confirmed,
                    (SELECT dead_since FROM link_check WHERE link = opportunity.link) AS dead_since
                FROM opportunity JOIN source ON source.name = opportunity.source
                WHERE number IN \(numbers)
                """
        ).fetchAll(db)
        let byNumber = Dictionary(rows.map { ($0["number"] as Int, $0) }, uniquingKeysWith: { first, _ in first })
        let places = try Whereabouts.all(of: numbers, in: db)
        let marked = try marks(on: ranked)
        return cards.compactMap { card in
            let number = card.first.candidate.number
            let companions = Companions(card, mates, byNumber, places, near: search.near?.place.coordinate, today)
            return byNumber[number].map { found(card, $0, places[number] ?? [], marked[number], companions) }
        }
    }

    /// What is shown with the words marked in it.
    private struct Marked {
        let title: String
        let text: String
        let gains: String
        let needs: String

        var skillLine: String { [gains, needs].first { $0.contains(Highlight.open) } ?? "" }
    }

    private func marks(on numbers: [Int]) throws -> [Int: Marked] {
        guard let match = expression else { return [:] }
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT rowid, highlight(searchable, 0, \(Highlight.open), \(Highlight.close)) AS title,
                    snippet(searchable, 6, \(Highlight.open), \(Highlight.close), '…', 30) AS text,
                    snippet(searchable, 2, \(Highlight.open), \(Highlight.close), '…', 12) AS gains,
                    snippet(searchable, 3, \(Highlight.open), \(Highlight.close), '…', 12) AS needs
                FROM searchable WHERE searchable MATCH \(match) AND rowid IN \(numbers)
                """
        ).fetchAll(db)
        let marked = rows.map { row -> (Int, Marked) in
            let texts = Marked(title: row["title"], text: row["text"], gains: row["gains"], needs: row["needs"])
            return (row["rowid"], texts)
        }
        return Dictionary(marked, uniquingKeysWith: { first, _ in first })
    }

    private func found(
        _ card: Arrangement.Card, _ row: Row, _ places: [Whereabouts], _ marked: Marked?, _ companions: Companions
    ) -> Results.Found {
        let title: String = row["title"]
        let place = Whereabouts.summary(places, isRemote: row["remote"], near: search.near?.place.coordinate)
        return Results.Found(
            id: row["id"], title: title, titlePieces: Highlight.pieces(of: marked?.title ?? title),
            snippet: Highlight.pieces(of: marked?.text ?? Self.beginning(of: row["description"])),
            skillLine: asksForSkills ? Highlight.pieces(of: marked?.skillLine ?? "") : [],
            organisation: row["organisation"], place: place.words, distanceMiles: place.miles, remote: row["remote"],
            isPaidResearch: row["paid_research"],
            status: (row["status"] as String?).flatMap(AdvertStatus.init(rawValue:)), score: card.first.score,
            why: card.why(companions), url: row["link"], sources: companions.sources, next: companions.next,
            copies: companions.copies,
            freshness: Freshness(
                firstSeen: row["first_seen"], changed: row["changed"], confirmed: row["confirmed"],
                missingSince: row["missing_since"], withdrawn: row["withdrawn"],
                linkDeadSince: row["dead_since"]),
            others: companions.others)
    }

    private var asksForSkills: Bool { !search.develops.isEmpty || !search.brings.isEmpty }

    private static func beginning(of description: String) -> String {
        let text = description.split(whereSeparator: \.isWhitespace).prefix(30).joined(separator: " ").withoutContacts
        return text.count < description.count ? text + " …" : text
    }
}

extension Arrangement.Card {
    /// The reasons for its score, and what else made its place.
    fileprivate func why(_ companions: Companions) -> [Factor] {
        var why = first.why
        if let words = companions.words { why.append(Factor(factor: .repeats, value: 0, words: words)) }
        if hasWaited {
            let words = "waited its turn: at most \(Arrangement.mostOfOne) of one organisation come first on a page"
            why.append(Factor(factor: .turn, value: 0, words: words))
        }
        return why
    }
}
