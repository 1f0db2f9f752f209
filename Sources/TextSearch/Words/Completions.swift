/// What somebody who types may want to say: texts that hold words beginning so.
///
/// Texts are numbered the most frequent first within their kind, and each word's texts stand together in the order of
/// the words. So all texts with a word of some beginning are one stretch of numbers, and the best are the smallest.
package struct Completions: Sendable {
    /// In the order in which they are shown.
    package enum Kind: String, CaseIterable, Sendable { case title, cause, place, organisation }

    /// A text that can be suggested.
    package struct Text: Sendable, Equatable {
        package let kind: Kind
        package let text: String
        /// How many documents have it.
        package let documents: Int

        package init(kind: Kind, text: String, documents: Int) {
            self.kind = kind
            self.text = text
            self.documents = documents
        }
    }

    /// In all, and so of each kind.
    package static let most = 8
    /// A longer text is no suggestion.
    package static let longest = 120
    /// Words that are looked at of what is typed.
    static let mostWords = 8

    /// In the order of their kinds.
    let texts: PackedWords
    /// Which texts are of a kind, by its number.
    let kinds: [Range<Int>]
    /// In the order of their bytes, each with how many texts hold it.
    let words: PackedWords
    /// Where each word's texts begin in `postings`; one more than there are words.
    let starts: [UInt32]
    let postings: [UInt32]

    /// - Parameters:
    ///   - texts: those written alike but for capitals, accents and signs count as one, as the most frequent is written.
    ///   - bytes: memory to use: the most frequent texts are kept. An average title takes 60 bytes.
    package init(_ texts: some Sequence<Text>, bytes: Int = 32_000_000) {
        let kept = Self.kept(texts, bytes: bytes)
        var packed = PackedWords()
        var numbers: [String: UInt32] = [:]
        var held: [(word: UInt32, text: UInt32)] = []
        for (number, text) in kept.enumerated() {
            packed.append(text.text, text.documents)
            for word in Set(Self.words(of: text.text)) {
                let next = UInt32(numbers.count)
                held.append((numbers[word, default: next], UInt32(number)))
                if numbers[word] == nil { numbers[word] = next }
            }
        }
        let sorted = numbers.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        var places = [UInt32](repeating: 0, count: sorted.count)
        for (place, word) in sorted.enumerated() { places[Int(word.value)] = UInt32(place) }
        var starts = [UInt32](repeating: 0, count: sorted.count + 1)
        for each in held { starts[Int(places[Int(each.word)]) + 1] += 1 }
        var words = PackedWords()
        for (place, word) in sorted.enumerated() {
            words.append(word.key, Int(starts[place + 1]))
            starts[place + 1] += starts[place]
        }
        var next = starts
        var postings = [UInt32](repeating: 0, count: held.count)
        for each in held {
            let place = Int(places[Int(each.word)])
            postings[Int(next[place])] = each.text
            next[place] += 1
        }
        self.texts = packed
        self.words = words
        self.starts = starts
        self.postings = postings
        var end = 0
        kinds = Kind.allCases.map { kind in
            let first = end
            end += kept[first...].prefix { $0.kind == kind }.count
            return first..<end
        }
    }

    /// The memory it takes.
    package var bytes: Int { texts.bytes + words.bytes + 4 * (starts.count + postings.count) }

    static func words(of text: String) -> [String] { Typed.Word.all(in: text).map(\.text) }
}
