import GRDB

/// Which of some adverts are like no other: nearly all, and with these there is nothing to do.
struct CardsAlone: Sendable {
    let numbers: [Int]
    let alone: Set<Int>
    /// The last change of any advert by then; nil where they were not all seen at one moment.
    let change: Int?

    /// Adverts in one transaction.
    static let most = 4_000
    /// The same, where all has to be found out within it.
    static let mostWithin = 300

    init(of numbers: ArraySlice<Int>, _ read: ReadAdverts) throws {
        self.numbers = Array(numbers)
        alone = try read.alone(among: numbers)
        change = try OrderOfChanges.last(in: read.db)
    }

    init(_ first: CardsAlone, _ second: CardsAlone) {
        numbers = first.numbers + second.numbers
        alone = first.alone.union(second.alone)
        change = first.change == second.change ? first.change : nil
    }
}
