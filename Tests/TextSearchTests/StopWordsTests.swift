import Testing

@testable import TextSearch

@Suite struct StopWordsTests {
    @Test("Stop words are written as words are indexed: lower case, no apostrophes")
    func form() { #expect(StopWords.english.allSatisfy { $0.allSatisfy { ("a"..."z").contains($0) } }) }

    @Test(
        "Words that tell something are kept",
        arguments: ["it", "home", "work", "help", "under18", "street", "young", "old", "like", "well", "ill", "us"])
    func kept(word: String) { #expect(!StopWords.english.contains(word)) }
}
