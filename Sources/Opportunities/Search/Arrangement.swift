/// What was ranked, on pages: repeats as one card, and no organisation more than three cards on a page while there are
/// others to show.
///
/// What has to wait comes on the next page that has room, in its order. Nothing is left out and nothing comes twice.
struct Arrangement {
    struct Card {
        let first: Ranker.Ranked
        /// The same advert again, in the order of the ranks.
        var repeats: [Ranker.Ranked] = []
        /// It would stand earlier but for others of its organisation.
        var hasWaited = false
    }

    /// In the order of the pages.
    let cards: [Card]
    let size: Int

    static let mostOfOne = 3

    /// How many pages from the first would be the same if more had been ranked.
    private let certain: Int

    /// Ranks as many as the page that is asked for needs.
    init(_ finding: Finding) {
        let search = finding.search
        let ranker = Ranker(finding: finding)
        var most = min(search.page * search.size * Self.usuallyRead, Search.mostRanked)
        while true {
            let candidates = Candidates(finding: finding).best(most)
            let isWhole = candidates.count < most || most == Search.mostRanked
            let arrangement = Arrangement(ranker.ranked(candidates), size: search.size)
            if isWhole || arrangement.certain >= search.page {
                let pages = (min(finding.total, Search.mostRanked) + search.size - 1) / search.size
                self = arrangement
                self.pages = isWhole ? arrangement.pages : pages
                return
            }
            most = min(most * Self.usuallyRead, Search.mostRanked)
        }
    }

    /// Adverts ranked for each that a page shows.
    private static let usuallyRead = 5

    init(_ ranked: [Ranker.Ranked], size: Int) {
        self.size = size
        var waiting = Self.merged(ranked)
        var cards: [Card] = []
        var certain = 0
        var isCertain = true
        while !waiting.isEmpty {
            let (page, isFilled) = Self.page(of: size, from: &waiting)
            cards += page
            isCertain = isCertain && isFilled
            if isCertain { certain += 1 }
        }
        self.cards = cards
        self.certain = certain
        pages = (cards.count + size - 1) / size
    }

    /// As far as is known: behind the last of them there is nothing.
    private(set) var pages: Int

    func page(_ number: Int) -> ArraySlice<Card> { cards.dropFirst((number - 1) * size).prefix(size) }

    private static func merged(_ ranked: [Ranker.Ranked]) -> [Card] {
        var cards: [Card] = []
        var known: [UInt32: Int] = [:]
        for one in ranked {
            let key = one.candidate.repeated
            if key != 0, let card = known[key] {
                cards[card].repeats.append(one)
            } else {
                known[key] = cards.count
                cards.append(Card(first: one))
            }
        }
        return cards
    }

    /// Takes a page from what waits. Where only organisations are left that had their share, they fill it; then the page
    /// is not filled by the rule.
    private static func page(of size: Int, from waiting: inout [Card]) -> (cards: [Card], isFilled: Bool) {
        var counts: [UInt32: Int] = [:]
        var page: [Card] = []
        var held: [Card] = []
        for var card in waiting {
            let organisation = card.first.candidate.organisation
            if page.count < size, organisation == 0 || counts[organisation, default: 0] < mostOfOne {
                counts[organisation, default: 0] += 1
                page.append(card)
            } else {
                if page.count < size { card.hasWaited = true }
                held.append(card)
            }
        }
        let room = size - page.count
        waiting = Array(held.dropFirst(room))
        return (page + held.prefix(room), room == 0)
    }
}
