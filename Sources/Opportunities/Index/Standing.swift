import Storage
import TextSearch

/// What each document is worth whoever looks for it: its dates, its freshness and how much it says.
struct Standing: Sendable {
    /// By document.
    let worth: [Float]
    /// Documents from the worthiest on, equals in their order.
    let order: [UInt32]

    init(_ attributes: Attributes, today: Day) {
        worth = (0..<attributes.count).map { document in
            Float(
                Weights.dates(attributes, document, today: today) + Weights.trust(attributes, document, today: today))
        }
        order = (0..<UInt32(attributes.count)).sorted { [worth] in
            (worth[Int($1)], $0) < (worth[Int($0)], $1)
        }
    }

    /// The worthiest of a set.
    func best(_ most: Int, of set: DocumentSet) -> [Int] {
        var best: [Int] = []
        for document in order where set.contains(Int(document)) {
            best.append(Int(document))
            if best.count == most { break }
        }
        return best
    }

    var bytes: Int { worth.count * 4 + order.count * 4 }
}
