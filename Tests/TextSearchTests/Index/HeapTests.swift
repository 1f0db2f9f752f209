import Testing

@testable import TextSearch

struct HeapTests {
    @Test(arguments: 1...20)
    func `the least comes out first, whatever went in and was replaced`(seed: UInt64) {
        var chance = SeededChance(seed)
        func some() -> Int { Int.random(in: 0..<50, using: &chance) }
        var left = (0..<Int.random(in: 0...40, using: &chance)).map { _ in some() }
        var heap = Heap(left)
        for _ in 0..<20 {
            let number = some()
            if Bool.random(using: &chance), let least = left.min(), let place = left.firstIndex(of: least) {
                heap.replaceLeast(by: number)
                left[place] = number
            } else {
                heap.insert(number)
                left.append(number)
            }
            #expect(heap.least == left.min())
        }
        var emptied: [Int] = []
        while let least = heap.popLeast() { emptied.append(least) }
        #expect(emptied == left.sorted())
        heap.replaceLeast(by: 1)
        #expect(heap.least == nil)
    }
}
