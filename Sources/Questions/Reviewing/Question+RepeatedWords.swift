import Storage
import TextSearch

extension Question {
    /// Words that are hidden in this question and stand in a text about it all the same: of four letters or more, each
    /// once, as the asker wrote them. Those that stand in the open as well hide nothing.
    ///
    /// For moderators, who see what is hidden. An expert is never told: they could try one name after the other until
    /// the desk says that it stands there.
    package func hiddenWords(repeatedIn text: String) -> [String] {
        let pieces = Redaction.pieces(of: self.text, redactions)
        let known = Set(Stem.words(in: text))
        var seen = Set(pieces.filter { $0.kind == nil }.flatMap { Stem.words(in: $0.text) })
        return pieces.filter { $0.kind != nil }.flatMap { Self.tellingWords(of: $0.text) }.filter { word in
            let spelled = Stem.words(in: word)
            return !spelled.isEmpty && spelled.allSatisfy(known.contains)
                && spelled.contains { seen.insert($0).inserted }
        }
    }

    /// Without those of nearly every text, as a search passes over them too.
    private static func tellingWords(of text: String) -> [String] {
        let telling = Set(Query(text).words)
        return text.split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init).filter {
            $0.count >= 4 && telling.contains($0.lowercased())
        }
    }
}
