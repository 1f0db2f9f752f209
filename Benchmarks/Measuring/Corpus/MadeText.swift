import Foundation

/// Running text made of the real adverts' sentences, some crossed with another, with coined words between.
struct MadeText {
    let phrases: Phrases
    /// Numbers of the sentences that fit the advert: three of five are drawn from these.
    let own: [Int]
    private var bytes: [UInt8] = []

    init(_ phrases: Phrases, own: [Int]) {
        self.phrases = phrases
        self.own = own
    }

    /// - Parameters:
    ///   - length: in bytes; cut at the last word before it.
    ///   - opening: numbers of sentences to begin with, up to a third of the length.
    static func of(
        _ length: Int, _ phrases: Phrases, own: [Int], opening: [Int], number: Int, _ chance: inout Chance
    ) -> String {
        var text = MadeText(phrases, own: own)
        for sentence in opening where text.bytes.count < length / 3 { text.append(phrases.sentences[sentence].bytes) }
        // One advert in three brings a word of its own, wherever it may stand.
        if chance.happens(1.0 / 3) { text.append(CoinedWord.fresh(in: number)) }
        while text.bytes.count < length { text.appendSentence(&chance) }
        return text.cut(at: length)
    }

    private mutating func appendSentence(_ chance: inout Chance) {
        let first = drawn(&chance)
        let kind = chance.unit()
        guard kind < 0.45, first.breaks.count > 2 else { return append(first.bytes) }
        let middle = chance.one(of: first.breaks)
        append(first.bytes[..<middle])
        if kind < 0.15 {
            append(CoinedWord.frequent(&chance))
            append(first.bytes[middle...])
        } else {
            let second = drawn(&chance)
            append(second.breaks.isEmpty ? second.bytes[...] : second.bytes[chance.one(of: second.breaks)...])
        }
    }

    private func drawn(_ chance: inout Chance) -> Phrases.Sentence {
        let isOwn = chance.happens(0.6)
        return phrases.sentences[
            isOwn ? chance.one(of: own) : chance.below(phrases.sentences.count, skew: 2)]
    }

    private mutating func append(_ more: some Collection<UInt8>) {
        if let last = bytes.last, last != UInt8(ascii: " ") { bytes.append(UInt8(ascii: " ")) }
        bytes.append(contentsOf: more)
    }

    private func cut(at length: Int) -> String {
        let isWhole = bytes.count <= length
        let end = isWhole ? bytes.count : bytes[...length].lastIndex(of: UInt8(ascii: " ")) ?? length
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}
