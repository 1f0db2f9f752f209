/// Documents as they run: which word stands at each place, the first field's words before the second's.
struct ForwardIndex: Sendable {
    let fields: Int
    /// By document, then field.
    let lengths: Packed<UInt16>
    /// Where each document starts in `tokens`.
    let starts: Packed<UInt32>
    /// The most frequent words have a token of their own; `rareToken` stands for each of the others.
    let tokens: Packed<UInt16>
    let tokenWords: Packed<UInt32>
    /// The places of `rareToken`, ascending, and which word each is.
    let rarePlaces: Packed<UInt32>
    let rareWords: Packed<UInt32>

    static let rareToken = UInt16.max
    /// The rest of a longer document does not change where it stands.
    private static let mostRead = 2_000

    var bytes: Int {
        lengths.bytes + starts.bytes + tokens.bytes + tokenWords.bytes + rarePlaces.bytes + rareWords.bytes
    }

    /// The most words of a document that are read.
    func read(of document: Int) -> Int {
        min(Int(starts.start[document + 1] - starts.start[document]), Self.mostRead)
    }

    @inline(__always)
    func length(ofField field: Int, in document: Int) -> Int { Int(lengths.start[document * fields + field]) }

    /// Where the words of each field stand, as far as they are read.
    /// - Parameter body: says whether to go on.
    @inline(__always)
    func eachField(of document: Int, _ body: (_ field: Int, _ places: Range<Int>) -> Bool) {
        var place = Int(starts.start[document])
        let last = place + Self.mostRead
        for field in 0..<fields {
            let end = place + length(ofField: field, in: document)
            guard place < last, body(field, place..<min(end, last)) else { return }
            place = end
        }
    }

    func word(at place: Int) -> Int? {
        let token = tokens.start[place]
        return token == Self.rareToken ? rareWord(at: place) : Int(tokenWords.start[Int(token)])
    }

    /// The word at a place where `tokens` says `rareToken`.
    func rareWord(at place: Int) -> Int? {
        rarePlaces.place(of: UInt32(place), in: 0..<rarePlaces.count).map { Int(rareWords.start[$0]) }
    }
}
