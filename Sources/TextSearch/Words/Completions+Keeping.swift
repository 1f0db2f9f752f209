extension Completions {
    /// The most frequent texts that the memory holds, in the order of their kinds, then the most frequent first.
    static func kept(_ texts: some Sequence<Text>, bytes: Int) -> [Text] {
        var left = bytes
        let most = merged(texts.filter { $0.text.unicodeScalars.count <= longest && $0.documents > 0 })
            .sorted(by: isBefore)
            // Letters, where they begin, how many documents; and four bytes for each word.
            .prefix { text in
                left -= text.text.utf8.count + 8 + 4 * (text.text.utf8.count(where: isSign) + 1)
                return left >= 0
            }
        return Kind.allCases.flatMap { kind in most.filter { $0.kind == kind } }
    }

    /// Most words end at one.
    private static func isSign(_ byte: UInt8) -> Bool {
        byte < 0x80 && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// Of two that are as frequent the shorter says more to more people.
    private static func isBefore(_ left: Text, _ right: Text) -> Bool {
        let (less, more) = (left.text.utf8.count, right.text.utf8.count)
        return (right.documents, less, left.text, left.kind.rawValue)
            < (left.documents, more, right.text, right.kind.rawValue)
    }

    private struct Spoken: Hashable {
        let kind: Kind
        let words: String
    }

    /// Those of the same words as one, written as most write it.
    private static func merged(_ texts: [Text]) -> [Text] {
        var documents: [Spoken: (best: Text, sum: Int)] = [:]
        for text in texts {
            let spoken = Spoken(kind: text.kind, words: words(of: text.text).joined(separator: " "))
            guard !spoken.words.isEmpty else { continue }
            guard let known = documents[spoken] else {
                documents[spoken] = (text, text.documents)
                continue
            }
            documents[spoken] = (isBefore(text, known.best) ? text : known.best, known.sum + text.documents)
        }
        return documents.values.map { Text(kind: $0.best.kind, text: $0.best.text, documents: $0.sum) }
    }
}
