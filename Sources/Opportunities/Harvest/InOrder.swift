extension Array where Element: Sendable {
    /// Works on several elements at once, and uses the results one after another in the elements' order.
    /// - Parameters:
    ///   - ahead: how many are being worked on, or wait to be used, at any time.
    ///   - use: runs beside the work on those after it.
    func inOrder<Result: Sendable>(
        _ ahead: Int, _ work: @escaping @Sendable (Element) async throws -> Result,
        _ use: (Result) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var begun = 0
            var waiting: [Int: Result] = [:]
            for place in indices {
                try Task.checkCancellation()
                while begun < Swift.min(place + ahead, count) {
                    let (number, element) = (begun, self[begun])
                    group.addTask { (number, try await work(element)) }
                    begun += 1
                }
                while waiting[place] == nil, let (number, result) = try await group.next() {
                    waiting[number] = result
                }
                if let result = waiting.removeValue(forKey: place) { try await use(result) }
            }
        }
    }
}
