/// Reads single documents word by word, for where the words of a search stand in them.
struct CloseReading {
    private let index: SearchIndex
    /// Each phrase as places in the list of stems that are looked for.
    private let phrases: [(stems: [Int], isForbidden: Bool)]
    /// Tokens that are looked for, in a hash table with open addresses: most tokens of a document are not among them, and
    /// one look tells.
    private var slots: [Slot]
    /// The same for words that share `SearchIndex.rareToken`.
    private var rare: [(word: UInt32, found: Found)] = []

    private struct Slot {
        var token = SearchIndex.rareToken
        var found = Found(stem: 0, isAsTyped: false)
    }

    private struct Found {
        var stem: UInt16
        var isAsTyped: Bool
    }

    /// One place in the document.
    struct Mention {
        let place: Int
        let field: Int
        /// The idea, by its number; beyond the ideas, a stem that stands in a phrase alone.
        let stem: Int
        let isAsTyped: Bool
    }

    /// The rest of a longer document does not change where it stands.
    private static let mostRead = 2_000
    /// The forms of a stem that are looked for, in the order of the alphabet.
    private static let mostForms = 64

    init(_ wanted: Wanted, in index: SearchIndex) {
        self.index = index
        var stems = wanted.ideas.map(\.stem)
        for stem in wanted.phrases.flatMap(\.stems) where !stems.contains(stem) { stems.append(stem) }
        phrases = wanted.phrases.map { phrase in
            (phrase.stems.compactMap(stems.firstIndex(of:)), phrase.isForbidden)
        }
        let wordsOfStems = stems.map { Self.words(of: $0, in: index) }
        var size = 64
        while size < wordsOfStems.reduce(0, { $0 + $1.count }) * 4 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        for (stem, words) in wordsOfStems.enumerated() {
            for word in words {
                let typed = stem < wanted.ideas.count ? wanted.ideas[stem].word : nil
                let found = Found(stem: UInt16(stem), isAsTyped: index.words[word] == typed)
                let token = index.wordTokens.start[word]
                if token == SearchIndex.rareToken {
                    rare.append((UInt32(word), found))
                } else {
                    insert(token, found)
                }
            }
        }
    }

    private static func words(of stem: String, in index: SearchIndex) -> [Int] {
        guard let stem = index.stemTexts.number(of: stem) else { return [] }
        let entry = index.stems.start[stem]
        return (0..<min(Int(entry.words), mostForms)).map { Int(index.stemWords.start[Int(entry.firstWord) + $0]) }
    }

    private mutating func insert(_ token: UInt16, _ found: Found) {
        var place = Int(token) & (slots.count - 1)
        while slots[place].token != SearchIndex.rareToken { place = (place + 1) & (slots.count - 1) }
        slots[place] = Slot(token: token, found: found)
    }

    /// Where the document speaks of what is looked for, in its order.
    func mentions(in document: Int) -> [Mention] {
        var mentions: [Mention] = []
        let tokens = index.tokens.start
        var place = Int(index.tokenStarts.start[document])
        let last = place + Self.mostRead
        slots.withUnsafeBufferPointer { slots in
            for field in index.fields.indices {
                let end = place + Int(index.lengths.start[document * index.fields.count + field])
                while place < min(end, last) {
                    let token = tokens[place]
                    let found = token == SearchIndex.rareToken ? rare(at: place) : Self.found(token, in: slots)
                    if let found {
                        mentions.append(
                            Mention(place: place, field: field, stem: Int(found.stem), isAsTyped: found.isAsTyped))
                    }
                    place += 1
                }
                place = end
            }
        }
        return mentions
    }

    @inline(__always)
    private static func found(_ token: UInt16, in slots: UnsafeBufferPointer<Slot>) -> Found? {
        var slot = Int(token) & (slots.count - 1)
        while slots[slot].token != SearchIndex.rareToken {
            if slots[slot].token == token { return slots[slot].found }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func rare(at place: Int) -> Found? {
        guard !rare.isEmpty, let word = index.rareWord(at: place) else { return nil }
        return rare.first { $0.word == UInt32(word) }?.found
    }

    /// Of each phrase, whether it stands in the document.
    func standing(in document: Int) -> [Bool] {
        let found = mentions(in: document)
        return phrases.map { phrase in found.indices.contains { Self.stands(phrase.stems, in: found[$0...]) } }
    }

    /// Whether each phrase stands in the document, or does not, as demanded.
    func phrasesStand(in document: Int) -> Bool {
        phrases.allSatisfy { stands($0.stems, in: document) != $0.isForbidden }
    }

    /// Hundreds of thousands of documents may have to be asked, so nothing is kept of what is read.
    private func stands(_ stems: [Int], in document: Int) -> Bool {
        slots.withUnsafeBufferPointer { slots in
            func stem(at place: Int) -> Int? {
                let token = index.tokens.start[place]
                let found = token == SearchIndex.rareToken ? rare(at: place) : Self.found(token, in: slots)
                return found.map { Int($0.stem) }
            }
            var place = Int(index.tokenStarts.start[document])
            let last = place + Self.mostRead
            for field in index.fields.indices {
                let end = place + Int(index.lengths.start[document * index.fields.count + field])
                while place + stems.count <= min(end, last) {
                    if stem(at: place) == stems[0], (1..<stems.count).allSatisfy({ stem(at: place + $0) == stems[$0] })
                    {
                        return true
                    }
                    place += 1
                }
                place = end
            }
            return false
        }
    }

    private static func stands(_ stems: [Int], in mentions: ArraySlice<Mention>) -> Bool {
        guard let first = mentions.first, stems.count <= mentions.count else { return false }
        return zip(stems, mentions).enumerated().allSatisfy { step, pair in
            pair.0 == pair.1.stem && pair.1.place == first.place + step && pair.1.field == first.field
        }
    }
}
