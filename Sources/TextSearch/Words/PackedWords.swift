/// Words or texts with their documents, eight bytes each beyond their letters.
struct PackedWords: Sendable {
    private var letters: [UInt8] = []
    private var starts: [UInt32] = [0]
    private var documents: [UInt32] = []

    mutating func append(_ word: String, _ documents: Int) {
        letters += word.utf8
        starts.append(UInt32(letters.count))
        self.documents.append(UInt32(clamping: documents))
    }

    var count: Int { documents.count }
    var bytes: Int { letters.count + (starts.count + documents.count) * 4 }

    func documents(of word: Int) -> Int { Int(documents[word]) }

    func text(of word: Int) -> String { String(decoding: utf8(of: word), as: UTF8.self) }

    /// As Unicode scalars, since one slip can be one of several bytes.
    func letters(of word: Int) -> [UInt32] {
        let bytes = utf8(of: word)
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map(UInt32.init) }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
    }

    /// With as many letters left out as a typed word can ask for: a word of 5 letters is never two slips from one of 8.
    func opening(of word: Int) -> Opening {
        let letters = letters(of: word)
        return Opening(letters, slips: letters.count > 5 ? 2 : 1)
    }

    /// The first word that some of the last ones and none of the others are; the words are in the order of the question.
    func partition(_ isLater: (ArraySlice<UInt8>) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isLater(utf8(of: middle)) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func utf8(of word: Int) -> ArraySlice<UInt8> { letters[Int(starts[word])..<Int(starts[word + 1])] }
}
