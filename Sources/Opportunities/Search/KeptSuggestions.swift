import TextSearch

/// What can be suggested since a harvest, and the words a slip is mended by.
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

/// Keeps the texts of the last harvest in memory. After the next one they serve until the new ones are made.
actor KeptSuggestions {
    private var kept: (harvest: String, texts: SuggestedTexts)?
    private var making: Task<SuggestedTexts, any Error>?

    /// - Parameters:
    ///   - harvest: what tells one harvest from another.
    ///   - make: called once for each, however many ask.
    func texts(
        of harvest: String, make: @escaping @Sendable () async throws -> SuggestedTexts
    ) async throws -> SuggestedTexts {
        if let kept, kept.harvest == harvest { return kept.texts }
        let task = making ?? Task { try await self.keep(harvest, make) }
        making = task
        if let kept { return kept.texts }
        return try await task.value
    }

    private func keep(
        _ harvest: String, _ make: @Sendable () async throws -> SuggestedTexts
    ) async throws -> SuggestedTexts {
        defer { making = nil }
        let texts = try await make()
        kept = (harvest, texts)
        return texts
    }
}
