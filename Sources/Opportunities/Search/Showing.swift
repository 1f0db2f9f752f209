import GRDB
import Storage
import TextSearch

/// Everything a page shows of the rows on it.
struct Showing {
    private let conditions: Conditions
    private let db: Database

    init(_ conditions: Conditions, _ db: Database) {
        self.conditions = conditions
        self.db = db
    }

    func found(_ ranked: [Ranker.Ranked]) throws -> [Results.Found] {
        let numbers = ranked.map(\.candidate.number)
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT number, id, opportunity.title, organisation, description, link, remote, paid_research, first_seen,
                    changed, missing_since, withdrawn, source.title AS source,
                    coalesce(last_confirmed, last_good_harvest, changed) AS confirmed
                FROM opportunity JOIN source ON source.name = opportunity.source
                WHERE number IN \(numbers)
                """
        ).fetchAll(db)
        let byNumber = Dictionary(rows.map { ($0["number"] as Int, $0) }, uniquingKeysWith: { first, _ in first })
        let places = try Whereabouts.all(of: numbers, in: db)
        let marked = try marks(on: numbers)
        return ranked.compactMap { one in
            let number = one.candidate.number
            return byNumber[number].map { found(one, $0, places[number] ?? [], marked[number]) }
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
        guard let match = conditions.match else { return [:] }
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
        _ ranked: Ranker.Ranked, _ row: Row, _ places: [Whereabouts], _ marked: Marked?
    ) -> Results.Found {
        let title: String = row["title"]
        let near = conditions.search.near?.place.coordinate
        return Results.Found(
            id: row["id"], title: title, titlePieces: Highlight.pieces(of: marked?.title ?? title),
            snippet: Highlight.pieces(of: marked?.text ?? Self.beginning(of: row["description"])),
            skillLine: asksForSkills ? Highlight.pieces(of: marked?.skillLine ?? "") : [],
            organisation: row["organisation"], place: Self.place(places, isRemote: row["remote"], near: near),
            distanceMiles: ranked.candidate.miles.map { ($0 * 10).rounded() / 10 }, remote: row["remote"],
            isPaidResearch: row["paid_research"], score: ranked.score, why: ranked.why, url: row["link"],
            sources: [row["source"]],
            freshness: Freshness(
                firstSeen: row["first_seen"], changed: row["changed"], confirmed: row["confirmed"],
                missingSince: row["missing_since"], withdrawn: row["withdrawn"]))
    }

    private var asksForSkills: Bool { !conditions.search.develops.isEmpty || !conditions.search.brings.isEmpty }

    /// The nearest place, or the first.
    private static func place(_ places: [Whereabouts], isRemote: Bool, near: Coordinate?) -> String {
        func miles(_ place: Whereabouts) -> Double {
            guard let near, let coordinate = place.coordinate else { return .infinity }
            return coordinate.miles(to: near)
        }
        let nearest = near == nil ? places.first : places.min { miles($0) < miles($1) }
        let more = Set(places.map(\.name)).count - 1
        let place = nearest.map { more > 0 ? "\($0.name) and \(more) more \(more == 1 ? "place" : "places")" : $0.name }
        if isRemote { return place.map { "From home, or \($0)" } ?? "From home" }
        return place ?? "Place not stated"
    }

    private static func beginning(of description: String) -> String {
        let text = description.split(whereSeparator: \.isWhitespace).prefix(30).joined(separator: " ").withoutContacts
        return text.count < description.count ? text + " …" : text
    }
}
