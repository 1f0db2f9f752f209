import GRDB
package import Storage
import TextSearch

/// An opportunity much like another, and why.
package struct Similar: Sendable {
    package let id: ID<Opportunity>
    package let title: String
    package let organisation: String?
    package let place: String
    /// As `shares “museum” and “archive”; the same cause; 3.2 miles from it`.
    package let why: String
}

extension Catalogue {
    /// What else somebody could like who looks at this: by the words that tell most, the causes and nearness. At most
    /// five, at most two of one organisation.
    package func similar(to id: ID<Opportunity>) async throws -> [Similar] {
        let today = world.today
        return try await file.read { db in
            let snapshot = try snapshots.snapshot(in: db, day: today, of: file)
            guard let likeness = try Likeness(id, snapshot, db) else { return [] }
            return try likeness.most(5)
        }
    }
}

/// What is like one advert.
private struct Likeness {
    let snapshot: Snapshot
    let db: Database
    let document: Int
    let words: [String]
    let places: [Coordinate]

    private static let mostOfOne = 2
    private static let sameCause = 0.5
    private static let near = 0.5
    private static let miles = 25.0

    /// Nil where the advert is unknown, withdrawn, or not yet in the snapshot.
    init?(_ id: ID<Opportunity>, _ snapshot: Snapshot, _ db: Database) throws {
        let row = try Row.fetchOne(
            db, sql: "SELECT number, title, description FROM opportunity WHERE id = ?", arguments: [id])
        guard let row, let document = snapshot.attributes.document(of: row["number"]) else { return nil }
        self.snapshot = snapshot
        self.db = db
        self.document = document
        words = try TellingWords.of(title: row["title"], text: row["description"], total: snapshot.count, in: db)
        places = try Whereabouts.all(of: [row["number"]], in: db).values.flatMap(\.self).compactMap(\.coordinate)
    }

    func most(_ most: Int) throws -> [Similar] {
        guard !words.isEmpty else { return [] }
        let expression = words.map(Query.quoted).joined(separator: " OR ")
        let found = try WordSets(snapshot, db).best(200, matching: expression, among: others)
        guard let best = found.first?.score, best > 0 else { return [] }
        let near = places.first.map { snapshot.grid.within(Self.miles, of: $0) }
        let scored = found.map { hit in
            let shared = sharesCause(hit.document) ? Self.sameCause : 0
            let close = near?.miles(to: hit.document).map { Self.near * (1 - $0 / Self.miles) } ?? 0
            return (document: hit.document, score: hit.score / best + shared + close)
        }
        var counts: [UInt32: Int] = [:]
        let chosen = scored.sorted { ($1.score, $0.document) < ($0.score, $1.document) }.filter { hit in
            let organisation = snapshot.attributes.organisations[hit.document]
            counts[organisation, default: 0] += 1
            return organisation == 0 || counts[organisation, default: 0] <= Self.mostOfOne
        }
        return try chosen.prefix(most).compactMap { try similar($0.document, near) }
    }

    /// Neither itself nor its repeats, nothing that is over, and no paid research.
    private var others: DocumentSet {
        let columns = snapshot.attributes
        var others = snapshot.all.subtracting(columns.paidResearch).subtracting(columns.over(on: snapshot.day))
        others.subtract(columns.repeating(document))
        return others
    }

    private func sharesCause(_ other: Int) -> Bool {
        let own = snapshot.attributes.causes.causes(of: document)
        return snapshot.attributes.causes.causes(of: other).contains { own.contains($0) }
    }

    private func similar(_ other: Int, _ near: Nearby?) throws -> Similar? {
        let number = Int(snapshot.attributes.numbers[other])
        let row = try Row.fetchOne(
            db, sql: "SELECT id, title, organisation, remote FROM opportunity WHERE number = ?", arguments: [number])
        guard let row else { return nil }
        let whereabouts = try Whereabouts.all(of: [number], in: db)[number] ?? []
        let shared = try words.filter { word in
            try Bool.fetchOne(
                db, sql: "SELECT 1 FROM searchable WHERE searchable MATCH ? AND rowid = ?",
                arguments: [Query.quoted(word), number]) ?? false
        }
        let spoken = shared.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
        let reasons = [
            "shares \(spoken)", sharesCause(other) ? "the same cause" : nil,
            near?.miles(to: other).map { $0 < 1 ? "under a mile from it" : "\(Int($0.rounded())) miles from it" },
        ]
        let place = Whereabouts.summary(whereabouts, isRemote: row["remote"], near: places.first).words
        return Similar(
            id: row["id"], title: row["title"], organisation: row["organisation"], place: place,
            why: reasons.compactMap(\.self).joined(separator: "; "))
    }
}
