/// Reads single documents word by word, for where certain stems stand in them.
struct CloseReading {
    private let index: SearchIndex
    /// Tokens that are looked for, in a hash table with open addresses: most tokens of a document are not among them, and
    /// one look tells.
    private let slots: Packed<Slot>
    /// A bit for each token that is looked for: small enough to stay at hand while documents are read.
    private let sought = Packed<UInt64>(repeating: 0, count: 1024)
    /// The same for words that share `ForwardIndex.rareToken`.
    private var rare: [(word: UInt32, found: Found)] = []

    struct Sought {
        /// Nil for one that no document holds.
        let stem: Int?
        /// The form in which it was typed.
        var typed: String?
    }

    struct Found: BitwiseCopyable {
        /// Its place in what was sought.
        var number: UInt16
        var isAsTyped: Bool
    }

    private struct Slot: BitwiseCopyable {
        var token = ForwardIndex.rareToken
        var found = Found(number: nothing, isAsTyped: false)
    }

    private static let nothing = UInt16.max

    /// - Parameter sought: each stem once, at most 65,535.
    init(for sought: [Sought], in index: SearchIndex) {
        self.index = index
        let words = sought.map { $0.stem.map { Self.words(ofStem: $0, in: index) } ?? [] }
        var size = 64
        while size < words.reduce(0, { $0 + $1.count }) * 4 { size *= 2 }
        slots = Packed(repeating: Slot(), count: size)
        for (number, words) in words.enumerated() {
            for word in words {
                let isAsTyped = sought[number].typed.map { $0 == index.words[word] } ?? false
                take(word, as: Found(number: UInt16(number), isAsTyped: isAsTyped))
            }
        }
    }

    private static func words(ofStem stem: Int, in index: SearchIndex) -> [Int] {
        let entry = index.stems.start[stem]
        return (0..<Int(entry.words)).map { Int(index.stemWords.start[Int(entry.firstWord) + $0]) }
    }

    private mutating func take(_ word: Int, as found: Found) {
        let token = index.wordTokens.start[word]
        sought.start[Int(token) >> 6] |= 1 << UInt64(token & 63)
        guard token != ForwardIndex.rareToken else { return rare.append((UInt32(word), found)) }
        var slot = Int(token) & (slots.count - 1)
        while slots.start[slot].token != ForwardIndex.rareToken { slot = (slot + 1) & (slots.count - 1) }
        slots.start[slot] = Slot(token: token, found: found)
    }

    /// Calls for each place in the document, in order, at which something sought stands.
    @inline(__always)
    func each(in document: Int, _ body: (_ place: Int, _ field: Int, _ found: Found) -> Void) {
        index.forward.eachField(of: document) { field, places in
            for place in places {
                let token = index.forward.tokens.start[place]
                guard sought.start[Int(token) >> 6] & (1 << UInt64(token & 63)) != 0 else { continue }
                let found = found(at: place)
                if found.number != Self.nothing { body(place, field, found) }
            }
            return true
        }
    }

    /// Whether all that is sought, as these numbers, stands side by side in one field.
    func holds(_ numbers: [UInt16], in document: Int) -> Bool {
        guard let first = numbers.first else { return true }
        var isHeld = false
        index.forward.eachField(of: document) { _, places in
            for place in places.dropLast(numbers.count - 1) where found(at: place).number == first {
                var step = 1
                while step < numbers.count, found(at: place + step).number == numbers[step] { step += 1 }
                if step == numbers.count {
                    isHeld = true
                    return false
                }
            }
            return true
        }
        return isHeld
    }

    @inline(__always)
    private func found(at place: Int) -> Found {
        let token = index.forward.tokens.start[place]
        if token == ForwardIndex.rareToken { return rare(at: place) }
        let mask = slots.count - 1
        var slot = Int(token) & mask
        while slots.start[slot].token != token, slots.start[slot].token != ForwardIndex.rareToken {
            slot = (slot + 1) & mask
        }
        return slots.start[slot].found
    }

    private func rare(at place: Int) -> Found {
        guard !rare.isEmpty, let word = index.forward.rareWord(at: place),
            let found = rare.first(where: { $0.word == UInt32(word) })?.found
        else { return Found(number: Self.nothing, isAsTyped: false) }
        return found
    }
}
