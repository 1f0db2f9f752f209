/// Numbers side by side in memory, written once and then only read.
///
/// An array would be checked at each access and counted at each copy; a search looks at millions of these. Whoever
/// indexes into one stays within `count` by the shape of the index that holds it.
///
/// Safe to share: `IndexBuilder` alone writes, before anybody else has it.
final class Packed<Element: BitwiseCopyable>: @unchecked Sendable {
    private(set) var start: UnsafeMutablePointer<Element>
    private(set) var count: Int
    private var capacity: Int

    init(capacity: Int = 16) {
        self.capacity = max(capacity, 1)
        start = .allocate(capacity: self.capacity)
        count = 0
    }

    convenience init(repeating element: Element, count: Int) {
        self.init(capacity: count)
        start.initialize(repeating: element, count: count)
        self.count = count
    }

    /// - Parameter fill: writes all of them.
    convenience init(count: Int, fill: (UnsafeMutablePointer<Element>) throws -> Void) rethrows {
        self.init(capacity: count)
        try fill(start)
        self.count = count
    }

    deinit { start.deallocate() }

    var bytes: Int { capacity * MemoryLayout<Element>.stride }

    @inline(__always)
    func append(_ element: Element) {
        if count == capacity { resize(to: capacity + capacity / 2 + 16) }
        start[count] = element
        count += 1
    }

    func append(_ elements: UnsafeBufferPointer<Element>) {
        if count + elements.count > capacity { resize(to: max(count + elements.count, capacity + capacity / 2)) }
        for element in elements {
            start[count] = element
            count += 1
        }
    }

    func removeAll() { count = 0 }

    /// Gives back what was reserved beyond the last element.
    func finish() {
        if capacity > max(count, 1) { resize(to: max(count, 1)) }
    }

    private func resize(to capacity: Int) {
        let moved = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        moved.update(from: start, count: count)
        start.deallocate()
        start = moved
        self.capacity = capacity
    }
}

extension Packed where Element: FixedWidthInteger {
    /// Where a number stands among those of the range, which ascend.
    func place(of number: Element, in range: Range<Int>) -> Int? {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) >> 1
            if start[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < range.upperBound && start[low] == number ? low : nil
    }
}
