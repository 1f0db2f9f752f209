import Testing
import TextSearch

@testable import Opportunities

@Suite("The file of synonyms")
struct SynonymsFileTests {
    @Test("holds a group of words and phrases in each row, and what they point to")
    func rows() {
        let synonyms = Synonyms(
            text: """
                words,kin
                befriending; companionship ;,
                "ESOL;English, for others",tutor
                lonely,
                """, stem: \.self)
        func alternatives(_ words: String...) -> [String] {
            (synonyms.matches(in: words).first?.alternatives ?? []).map {
                "\($0.stems.joined(separator: " ")) \($0.weight)"
            }
        }
        #expect(alternatives("befriending") == ["companionship 0.4"])
        #expect(alternatives("esol") == ["english for others 0.4", "tutor 0.2"])
        #expect(alternatives("lonely").isEmpty)
    }

    @Test("may be empty or no such file at all", arguments: ["", "words", "other\na;b", "\"", "words\n;;"])
    func empty(text: String) {
        #expect(Synonyms(text: text, stem: \.self).matches(in: ["a"]).isEmpty)
    }
}
