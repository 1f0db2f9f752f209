import GRDB
import Storage
import TextSearch

/// Everything a page shows of the rows on it.
struct Showing {
    private let search: Search
    private let words: MarkedWords
    private let today: Day
    private let db: Database

    init(_ finding: Finding, today: Day, _ db: Database) {
        self.today = today
        search = finding.search
        words = Skills.marked(finding)
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
        let text: [Piece]
        let skillLine: [Piece]
    }

    private func marks(on numbers: [Int]) throws -> [Int: Marked] {
        guard !words.isEmpty else { return [:] }
        let rows = try SQLRequest<Row>(
            literal: "SELECT rowid, text, gains, needs FROM searchable WHERE rowid IN \(numbers)"
        ).fetchAll(db)
        let marked = rows.map { row -> (Int, Marked) in
            let skills = asksForSkills ? ["gains", "needs"].map { words.excerpt(of: row[$0], most: 12) } : []
            return (
                row["rowid"],
                Marked(
                    text: words.excerpt(of: row["text"], most: Self.longest),
                    skillLine: skills.first { $0.contains(where: \.isMatch) } ?? [])
            )
        }
        return Dictionary(marked, uniquingKeysWith: { first, _ in first })
    }

    private func found(
        _ card: Arrangement.Card, _ row: Row, _ places: [Whereabouts], _ marked: Marked?, _ companions: Companions
    ) -> Results.Found {
        let title: String = row["title"]
        let place = Whereabouts.summary(places, isRemote: row["remote"], near: search.near?.place.coordinate)
        return Results.Found(
            id: row["id"], title: title, titlePieces: words.pieces(of: title),
            snippet: marked?.text ?? Self.beginning(of: row["description"]), skillLine: marked?.skillLine ?? [],
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

    /// Words of an advert's text.
    private static let longest = 30

    private static func beginning(of description: String) -> [Piece] {
        MarkedWords([]).excerpt(of: description.withoutContacts, most: longest)
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
