/// Running text cut into its sentences.
package enum Sentences {
    /// A sentence ends with a line, or with `.`, `?` or `!` before a space, so that `0.5` and `example.org` stay whole.
    package static func of(_ text: String) -> [Substring] {
        var sentences: [Substring] = []
        var start = text.startIndex
        var last: Character = " "
        for place in text.indices {
            let character = text[place]
            let ends = character.isNewline || (character.isWhitespace && ".?!".contains(last))
            if ends, start < place {
                sentences.append(text[start..<place])
                start = text.index(after: place)
            }
            last = character
        }
        sentences.append(text[start...])
        return sentences.map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }
    }
}
