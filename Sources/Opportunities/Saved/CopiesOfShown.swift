import GRDB
import TextSearch

/// Which new adverts are no news to a search: another source's copy of an opportunity that it found before, and all but
/// one of several copies that came together.
struct CopiesOfShown {
    let numbers: Set<Int>

    /// - Parameters:
    ///   - new: in ascending order.
    ///   - since: adverts with a higher number are new.
    ///   - found: those of some documents that the search finds.
    init(
        among new: [Int], since: Int, _ attributes: Attributes, _ db: Database,
        found: (DocumentSet) throws -> DocumentSet
    ) throws {
        let mates = try CardMates(of: new, in: db)
        let older = Set(new.flatMap(mates.mates(of:)).filter { $0 <= since })
        let shown = older.isEmpty ? nil : try found(attributes.documents(of: older.sorted()))
        func isShown(_ number: Int) -> Bool {
            attributes.document(of: number).flatMap { document in shown?.contains(document) } ?? false
        }
        var copies: Set<Int> = []
        var cards: Set<Int> = []
        for number in new {
            let isCopy = mates.mates(of: number).contains { $0 <= since && isShown($0) }
            if isCopy || !cards.insert(mates.card(of: number)).inserted { copies.insert(number) }
        }
        numbers = copies
    }
}
