import Testing

@testable import TextSearch

@Suite struct SentencesTests {
    @Test(
        "A sentence ends with its mark before a space, or with the line",
        arguments: [
            ("One. Two? Three! Four", ["One.", "Two?", "Three!", "Four"]),
            ("At 0.5 of it, see example.org now", ["At 0.5 of it, see example.org now"]),
            ("A title\n\nA paragraph. And more.\r\n", ["A title", "A paragraph.", "And more."]),
            ("Really?!  Yes", ["Really?!", "Yes"]),
            ("", []), (" \n \n", []), ("?", ["?"]),
        ])
    func cut(text: String, sentences: [String]) { #expect(Sentences.of(text).map(String.init) == sentences) }
}
