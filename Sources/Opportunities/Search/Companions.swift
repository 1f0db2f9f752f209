import GRDB
import Storage

/// Everything a card stands for beside the advert that it shows.
struct Companions {
    /// Of the opportunity that is shown, its own first.
    let sources: [String]
    let copies: [Results.Copy]
    let next: Day?
    let others: [Results.Other]
    private let adverts: Int

    init(
        _ card: Arrangement.Card, _ mates: CardMates, _ rows: [Int: Row], _ places: [Int: [Whereabouts]],
        near: Coordinate?, _ today: Day
    ) {
        let ranked = [card.first] + card.repeats
        let nexts = Dictionary(
            ranked.compactMap { one in one.candidate.next.map { (one.candidate.number, $0) } },
            uniquingKeysWith: { first, _ in first })
        /// The soonest of what is one opportunity.
        func next(_ numbers: [Int]) -> Day? { numbers.compactMap { nexts[$0] }.filter { $0 >= today }.min() }
        func sources(_ numbers: [Int]) -> [String] {
            var named: [String] = []
            for source in numbers.compactMap({ rows[$0].map { $0["source"] as String } })
            where !named.contains(source) {
                named.append(source)
            }
            return named
        }
        let own = card.first.candidate.number
        let same = mates.mates(of: own)
        self.sources = sources([own] + same)
        self.next = next([own] + same)
        copies = same.compactMap { number in
            rows[number].map { Results.Copy(id: $0["id"], source: $0["source"], url: $0["link"]) }
        }
        var shown = Set([mates.card(of: own)])
        var adverts = 1 + same.count
        var others: [Results.Other] = []
        for number in card.repeats.map(\.candidate.number) where shown.insert(mates.card(of: number)).inserted {
            guard let row = rows[number] else { continue }
            let all = [number] + mates.mates(of: number)
            let place = Whereabouts.summary(places[number] ?? [], isRemote: row["remote"], near: near)
            others.append(
                Results.Other(
                    id: row["id"], place: place.words, distanceMiles: place.miles, next: next(all),
                    sources: sources(all)))
            adverts += all.count
        }
        // What is as near and as soon keeps the order of the ranks.
        self.others = others.enumerated().sorted { one, other in
            one.element.order == other.element.order
                ? one.offset < other.offset : one.element.order < other.element.order
        }.map(\.element)
        self.adverts = adverts
    }

    /// Nil where the card stands for one advert.
    var words: String? {
        if adverts == 1 { return nil }
        let what =
            copies.isEmpty
            ? "with the same title and organisation"
            : others.isEmpty ? "of one opportunity" : "of one opportunity, or with its title and organisation"
        return "stands for \(adverts) adverts \(what)"
    }
}

extension Results.Other {
    /// Nearest first, then what is on first.
    fileprivate var order: (Double, Int) { (distanceMiles ?? .infinity, next?.number ?? .max) }
}
