import Synchronization
import Testing

@testable import Opportunities

@Suite("Work on several at once")
struct InOrderTests {
    @Test("is used in order, whichever is done first, and never more than so many ahead")
    func order() async throws {
        let begun = Mutex<Set<Int>>([])
        var used: [Int] = []
        try await Array(0..<20).inOrder(3) { number in
            begun.withLock { _ = $0.insert(number) }
            // The later ones of each three first.
            for _ in 0..<(2 - number % 3) * 50 { await Task.yield() }
            return number
        } _: { number in
            used.append(number)
            #expect(begun.withLock { $0.max() ?? 0 } < number + 3)
        }
        #expect(used == Array(0..<20))
    }

    @Test("ends with what went wrong, and uses nothing after it")
    func failure() async {
        struct Broken: Error {}
        var used: [Int] = []
        await #expect(throws: Broken.self) {
            try await [0, 1, 2, 3].inOrder(2) { number in
                if number == 2 { throw Broken() }
                return number
            } _: {
                used.append($0)
            }
        }
        #expect(used.allSatisfy { $0 < 2 })
    }
}
