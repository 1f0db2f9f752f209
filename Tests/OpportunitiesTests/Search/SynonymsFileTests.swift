import Testing
import TextSearch

@testable import Opportunities

@Suite("The file of synonyms")
struct SynonymsFileTests {
    @Test("holds a group of words and phrases in each row, and what kind of alternatives they are")
    func rows() {
        let synonyms = Synonyms(
            text: """
                group,kind
                befriending; companionship ;,synonym
                "ESOL;English, for others",acronym
                pets;animals,related
                lonely,synonym
                """, stem: \.self)
        func alternatives(_ words: String...) -> [String] {
            (synonyms.matches(in: words).first?.alternatives ?? []).map {
                "\($0.stems.joined(separator: " ")) \($0.weight)"
            }
        }
        #expect(alternatives("befriending") == ["companionship 0.6"])
        #expect(alternatives("esol") == ["english for others 0.9"])
        #expect(alternatives("animals") == ["pets 0.4"])
        #expect(alternatives("lonely").isEmpty)
    }

    @Test("may be empty or no such file at all", arguments: ["", "group", "other\na;b", "\"", "group\n;;"])
    func empty(text: String) {
        #expect(Synonyms(text: text, stem: \.self).matches(in: ["a"]).isEmpty)
    }
}
