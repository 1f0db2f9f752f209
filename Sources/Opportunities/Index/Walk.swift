/// Goes along the numbers of the documents beside a table that is in the same order.
struct Walk {
    private let numbers: [UInt32]
    private var document = 0

    init(_ numbers: [UInt32]) { self.numbers = numbers }

    var count: Int { numbers.count }

    /// Nil for what is no document, as something withdrawn.
    mutating func document(of number: Int) -> Int? {
        while document < numbers.count, Int(numbers[document]) < number { document += 1 }
        return document < numbers.count && Int(numbers[document]) == number ? document : nil
    }
}
