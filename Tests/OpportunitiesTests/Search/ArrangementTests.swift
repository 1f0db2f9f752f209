import GRDB
import Testing
import TextSearch

@testable import Opportunities

@Suite("The order of the pages")
struct ArrangementTests {
    @Test("loses nothing, shows nothing twice, and holds three of one organisation on a page while there are others")
    func shares() async throws {
        let seeded = try await FilterTests.generated.value
        try await seeded.catalogue.file.read { db in
            let snapshot = try Snapshot(db, day: seeded.today)
            let ranked = Self.ranked(500, snapshot)
            let arrangement = Arrangement(ranked, size: 20)
            let all = arrangement.cards.flatMap { [$0.first] + $0.repeats }.map(\.candidate.document)
            #expect(all.count == ranked.count && Set(all).count == ranked.count)
            for page in 1...arrangement.pages {
                let cards = arrangement.page(page)
                let later = (page..<arrangement.pages).flatMap { arrangement.page($0 + 1) }
                let counts = Dictionary(grouping: cards, by: \.first.candidate.organisation).mapValues(\.count)
                let full = Set(counts.filter { $0.key != 0 && $0.value >= 3 }.keys)
                let couldWait = later.contains { !full.contains($0.first.candidate.organisation) }
                let most = counts.filter { $0.key != 0 }.values.max() ?? 0
                #expect(most <= 3 || !couldWait)
                #expect(cards.count == 20 || page == arrangement.pages)
            }
            #expect(arrangement.cards.contains { $0.hasWaited })
        }
    }

    @Test("keeps the order of the ranks but for what has to wait")
    func inOrder() async throws {
        let seeded = try await FilterTests.generated.value
        try await seeded.catalogue.file.read { db in
            let snapshot = try Snapshot(db, day: seeded.today)
            let ranked = Self.ranked(300, snapshot)
            let prompt = Arrangement(ranked, size: 20).cards.filter { !$0.hasWaited }.map(\.first.candidate.document)
            let ranks = Dictionary(
                ranked.enumerated().map { ($1.candidate.document, $0) }, uniquingKeysWith: { first, _ in first })
            #expect(prompt.compactMap { ranks[$0] } == prompt.compactMap { ranks[$0] }.sorted())
        }
    }

    @Test("makes one card of adverts with the same title and organisation, and never of nameless ones")
    func repeats() async throws {
        let seeded = try await FilterTests.generated.value
        try await seeded.catalogue.file.read { db in
            let snapshot = try Snapshot(db, day: seeded.today)
            let cards = Arrangement(Self.ranked(1_000, snapshot), size: 20).cards
            #expect(cards.contains { !$0.repeats.isEmpty })
            let named = cards.filter { $0.first.candidate.organisation != 0 }.map(\.first.candidate.repeated)
            #expect(Set(named).count == named.count)
            #expect(cards.allSatisfy { $0.first.candidate.organisation != 0 || $0.repeats.isEmpty })
        }
    }

    @Test("shows whoever is the only one as fully as anybody")
    func alone() async throws {
        let seeded = try await SeededCatalogue.shared()
        let results = try await seeded.search([:])
        let organisation = try #require(results.results.compactMap(\.organisation).first)
        let found = try await seeded.search(["q": organisation])
        #expect(found.results.count == min(20, found.total - found.results.reduce(0) { $0 + $1.others.count }))
    }

    private static func ranked(_ count: Int, _ snapshot: Snapshot) -> [Ranker.Ranked] {
        snapshot.standing.order.prefix(count).enumerated().map { rank, document in
            Ranker.Ranked(
                candidate: Candidate(Int(document), text: 0, miles: nil, snapshot.attributes),
                score: Double(count - rank), reasons: [])
        }
    }
}
