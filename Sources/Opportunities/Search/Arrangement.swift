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

    init(_ ranked: [Ranker.Ranked], size: Int) {
        self.size = size
        var waiting = Self.merged(ranked)
        var cards: [Card] = []
        while !waiting.isEmpty { cards += Self.page(of: size, from: &waiting) }
        self.cards = cards
    }

    var pages: Int { (cards.count + size - 1) / size }

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

    /// Takes a page from what waits. Where only organisations are left that had their share, they fill it.
    private static func page(of size: Int, from waiting: inout [Card]) -> [Card] {
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
        return page + held.prefix(room)
    }
}
