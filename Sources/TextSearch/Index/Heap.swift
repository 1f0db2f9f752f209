/// Elements of which the least is at hand (Williams, "Algorithm 232: Heapsort", 1964).
struct Heap<Element: Comparable> {
    private var elements: [Element]

    init() { elements = [] }

    /// In so many steps as there are elements, where sorting takes more.
    init(_ elements: consuming [Element]) {
        self.elements = elements
        for place in stride(from: self.elements.count / 2 - 1, through: 0, by: -1) { sink(from: place) }
    }

    var count: Int { elements.count }
    var least: Element? { elements.first }
    var inNoOrder: [Element] { elements }

    mutating func reserveCapacity(_ count: Int) { elements.reserveCapacity(count) }

    mutating func insert(_ element: Element) {
        elements.append(element)
        var place = elements.count - 1
        while place > 0, elements[place] < elements[(place - 1) / 2] {
            elements.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// Does nothing to an empty one.
    mutating func replaceLeast(by element: Element) {
        guard !elements.isEmpty else { return }
        elements[0] = element
        sink(from: 0)
    }

    mutating func popLeast() -> Element? {
        guard let least = elements.first else { return nil }
        let last = elements.removeLast()
        replaceLeast(by: last)
        return least
    }

    private mutating func sink(from start: Int) {
        var place = start
        while true {
            var least = place
            for child in 2 * place + 1..<2 * place + 3 where child < elements.count {
                if elements[child] < elements[least] { least = child }
            }
            guard least != place else { return }
            elements.swapAt(place, least)
            place = least
        }
    }
}
