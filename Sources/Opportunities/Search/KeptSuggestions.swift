import TextSearch

/// What can be suggested, and the words a slip is mended by.
struct SuggestedTexts: Sendable {
    private let completions: Completions
    private let speller: Speller

    init(_ texts: [Completions.Text]) {
        completions = Completions(texts)
        speller = Speller(completions.vocabulary, documents: texts.count)
    }

    func completing(_ typed: Typed) -> [Completions.Text] {
        completions.completing(typed) { speller.nearest(to: $0, heldBy: 0)?.word }
    }
}

/// Keeps the texts of one generation of the file in memory. In the next one they serve until the new ones are made.
actor KeptSuggestions {
    private var kept: (generation: Int, texts: SuggestedTexts)?
    private var making: Task<SuggestedTexts, any Error>?

    /// - Parameters:
    ///   - generation: changes with each change of an opportunity.
    ///   - make: called once for each generation, however many ask.
    func texts(
        of generation: Int, make: @escaping @Sendable () async throws -> SuggestedTexts
    ) async throws -> SuggestedTexts {
        if let kept, kept.generation == generation { return kept.texts }
        let task = making ?? Task { try await self.keep(generation, make) }
        making = task
        if let kept { return kept.texts }
        return try await task.value
    }

    private func keep(
        _ generation: Int, _ make: @Sendable () async throws -> SuggestedTexts
    ) async throws -> SuggestedTexts {
        defer { making = nil }
        let texts = try await make()
        kept = (generation, texts)
        return texts
    }
}
