import Testing

/// 1 where the second order is the first, −1 where it is the first turned round, about 0 by chance.
func kendallsTau(_ arrival: [String], _ shown: [String]) throws -> Double {
    let places = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1, $0) })
    let order = try arrival.map { try #require(places[$0]) }
    var sum = 0
    for (index, place) in order.enumerated() {
        for later in order[(index + 1)...] { sum += later > place ? 1 : -1 }
    }
    return Double(sum) / Double(order.count * (order.count - 1) / 2)
}
