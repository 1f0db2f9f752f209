/// Reads single documents word by word, for where the words of a search stand in them.
struct CloseReading {
    private let index: SearchIndex
    private let ideas: Int
    /// Tokens that are looked for, in a hash table with open addresses: most tokens of a document are not among them, and
    /// one look tells.
    private var slots: [Slot]
    /// The same for words that share `SearchIndex.rareToken`.
    private var rare: [(word: UInt32, found: Found)] = []

    private struct Slot {
        var token = SearchIndex.rareToken
        var found = Found(idea: 0, isOwn: false, isAsTyped: false)
    }

    struct Found {
        var idea: UInt8
        /// Said by the idea's own word, not by another for it.
        var isOwn: Bool
        var isAsTyped: Bool
    }

    /// One place in the document.
    struct Mention {
        var place: Int
        var field: Int
        var found: Found
    }

    /// The rest of a longer document does not change where it stands.
    private static let mostRead = 2_000
    /// The forms of a stem that are looked for; they come in the order of the alphabet.
    private static let mostForms = 64

    init(_ ideas: [Wanted.Idea], in index: SearchIndex) {
        self.index = index
        self.ideas = ideas.count
        var wanted: [(word: Int, found: Found)] = []
        for (place, idea) in ideas.enumerated() {
            for (order, saying) in idea.sayings.enumerated() {
                guard let stem = index.stemTexts.number(of: saying.stem) else { continue }
                let entry = index.stems.start[stem]
                for form in 0..<min(Int(entry.words), Self.mostForms) {
                    let word = Int(index.stemWords.start[Int(entry.firstWord) + form])
                    let found = Found(
                        idea: UInt8(place), isOwn: order == 0, isAsTyped: order == 0 && index.words[word] == idea.word)
                    wanted.append((word, found))
                }
            }
        }
        // What an idea's own word stands for is not taken by another idea.
        wanted.sort { $0.found.isOwn && !$1.found.isOwn }
        var size = 64
        while size < wanted.count * 4 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        for (word, found) in wanted {
            let token = index.wordTokens.start[word]
            if token == SearchIndex.rareToken {
                if !rare.contains(where: { $0.word == UInt32(word) }) { rare.append((UInt32(word), found)) }
            } else {
                insert(token, found)
            }
        }
    }

    private mutating func insert(_ token: UInt16, _ found: Found) {
        var place = Int(token) & (slots.count - 1)
        while slots[place].token != SearchIndex.rareToken {
            if slots[place].token == token { return }
            place = (place + 1) & (slots.count - 1)
        }
        slots[place] = Slot(token: token, found: found)
    }

    /// Where the document speaks of what is wanted, in its order.
    func mentions(in document: Int, _ mentions: inout [Mention]) {
        mentions.removeAll(keepingCapacity: true)
        let tokens = index.tokens.start
        var place = Int(index.tokenStarts.start[document])
        let last = place + Self.mostRead
        slots.withUnsafeBufferPointer { slots in
            for field in index.fields.indices {
                let end = place + Int(index.lengths.start[document * index.fields.count + field])
                while place < min(end, last) {
                    let token = tokens[place]
                    if token == SearchIndex.rareToken {
                        if !rare.isEmpty, let found = rare(at: place) {
                            mentions.append(Mention(place: place, field: field, found: found))
                        }
                    } else {
                        var slot = Int(token) & (slots.count - 1)
                        while slots[slot].token != SearchIndex.rareToken {
                            if slots[slot].token == token {
                                mentions.append(Mention(place: place, field: field, found: slots[slot].found))
                                break
                            }
                            slot = (slot + 1) & (slots.count - 1)
                        }
                    }
                    place += 1
                }
                place = end
            }
        }
    }

    private func rare(at place: Int) -> Found? {
        var low = 0
        var high = index.rarePlaces.count
        while low < high {
            let middle = (low + high) >> 1
            if index.rarePlaces.start[middle] < UInt32(place) { low = middle + 1 } else { high = middle }
        }
        guard low < index.rarePlaces.count, index.rarePlaces.start[low] == UInt32(place) else { return nil }
        let word = index.rareWords.start[low]
        return rare.first { $0.word == word }?.found
    }
}
