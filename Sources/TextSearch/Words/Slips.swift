/// Measures how many slips lie between two words; keeps its rows, so that many pairs cost no memory each.
///
/// The same distance as `Spelling.distance`, over the code points of folded words.
struct Slips {
    private var beforeLast: [Int] = []
    private var last: [Int] = []
    private var current: [Int] = []

    /// Letters to add, drop, change or swap with their neighbour; nil beyond `most`.
    mutating func between(_ left: [UInt32], _ right: [UInt32], atMost most: Int) -> Int? {
        guard abs(left.count - right.count) <= most else { return nil }
        // What both begin and end with changes nothing.
        var end = (left.count, right.count)
        while end.0 > 0, end.1 > 0, left[end.0 - 1] == right[end.1 - 1] { end = (end.0 - 1, end.1 - 1) }
        var start = 0
        while start < min(end.0, end.1), left[start] == right[start] { start += 1 }
        let rows = end.0 - start
        let columns = end.1 - start
        guard rows > 0, columns > 0 else { return max(rows, columns) }
        prepare(columns)
        for row in 1...rows {
            current[0] = row
            var least = row
            let letter = left[start + row - 1]
            for column in 1...columns {
                let other = right[start + column - 1]
                var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (letter == other ? 0 : 1))
                if row > 1, column > 1, letter == right[start + column - 2], left[start + row - 2] == other {
                    cost = min(cost, beforeLast[column - 2] + 1)
                }
                current[column] = cost
                least = min(least, cost)
            }
            guard least <= most else { return nil }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[columns] <= most ? last[columns] : nil
    }

    private mutating func prepare(_ columns: Int) {
        if last.count <= columns {
            last = Array(repeating: 0, count: columns + 1)
            beforeLast = last
            current = last
        }
        for column in 0...columns { last[column] = column }
    }
}
