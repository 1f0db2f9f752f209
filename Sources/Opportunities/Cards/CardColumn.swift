import GRDB

/// Which adverts the index takes for one, while its columns are read in the order of their numbers.
struct CardColumn {
    private let cards: [Int: Int]
    /// Parted from others by an administrator, or on a card with one that was: a title makes them no repeat.
    private let apart: Set<Int>
    private var keys: [Int: UInt32] = [:]

    init(_ db: Database) throws {
        var cards: [Int: Int] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT opportunity, card FROM card")
        while let row = try rows.next() { cards[row[0]] = row[1] }
        let parted = try Int.fetchAll(
            db,
            sql: """
                SELECT number FROM (SELECT DISTINCT source, provider_id FROM parted)
                JOIN opportunity USING (source, provider_id)
                """)
        apart = Set(parted + parted.compactMap { cards[$0] })
        self.cards = cards
    }

    /// - Parameter titled: the same for the same title of the same organisation; 0 where none is named.
    mutating func key(of number: Int, titled: UInt32, another: () -> UInt32) -> UInt32 {
        guard let card = cards[number] else { return apart.contains(number) ? another() : titled }
        if let key = keys[card] { return key }
        let key = titled == 0 || apart.contains(card) ? another() : titled
        keys[card] = key
        return key
    }
}
