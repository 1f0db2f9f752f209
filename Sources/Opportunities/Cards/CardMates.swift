import GRDB

/// Which adverts are one opportunity with some others.
struct CardMates {
    private let cards: [Int: Int]
    private let members: [Int: [Int]]

    init(of numbers: [Int], in db: Database) throws {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT opportunity, card FROM card
                WHERE card IN (SELECT card FROM card WHERE opportunity IN \(numbers)) ORDER BY opportunity
                """
        ).fetchAll(db)
        cards = Dictionary(rows.map { ($0[0] as Int, $0[1] as Int) }, uniquingKeysWith: { first, _ in first })
        members = Dictionary(grouping: rows) { $0[1] as Int }.mapValues { $0.map { $0[0] } }
    }

    var all: [Int] { cards.keys.sorted() }

    /// Itself left out, in the order of the numbers.
    func mates(of number: Int) -> [Int] { members[card(of: number)]?.filter { $0 != number } ?? [] }

    /// Its own number where it stands alone.
    func card(of number: Int) -> Int { cards[number] ?? number }
}
