import Foundation
import Storage
import TestSupport
import Testing

@testable import TextSearch

@Suite("The speller, beside measuring every word")
struct SpellerExhaustiveTests {
    @Test("finds the same word for random slips in the words of real adverts")
    func same() throws {
        let vocabulary = try Self.vocabulary()
        #expect(vocabulary.count > 2_000)
        let speller = Speller(vocabulary, documents: 1_000_000)
        let world = TestWorld(seed: 3).world
        for round in 0..<250 {
            let typed = Self.slipped(vocabulary[Self.number(below: vocabulary.count, world)].word, 1 + round % 3, world)
            let held = round % 3
            guard Speller.isSpelt(typed, from: 4) else { continue }
            let meant = Spelling.nearest(
                to: typed,
                in: vocabulary.lazy.filter { $0.documents >= held * 10 }.map { (word: $0.word, rows: $0.documents) })
            #expect(speller.nearest(to: typed, heldBy: held)?.word == meant, "\(typed) in \(held)")
        }
    }

    /// The words of the seed's adverts by the lines that hold them.
    private static func vocabulary() throws -> [(word: String, documents: Int)] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../seed-data/teamkinetic-activities.jsonld").standardized
        var counts: [String: Int] = [:]
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        where line.contains("description") {
            for word in Set(Stem.words(in: String(line))) where Speller.isSpelt(word, from: 3) {
                counts[word, default: 0] += 1
            }
        }
        return counts.sorted { $0.key < $1.key }.map { (word: $0.key, documents: $0.value) }
    }

    /// A word with letters dropped, added, changed or swapped.
    private static func slipped(_ word: String, _ slips: Int, _ world: World) -> String {
        var letters = Array(word)
        for _ in 0..<slips where letters.count > 1 {
            let place = number(below: letters.count - 1, world)
            let letter = Array("abcdefghijklmnopqrstuvwxyz")[number(below: 26, world)]
            switch number(below: 4, world) {
            case 0: letters.remove(at: place)
            case 1: letters.insert(letter, at: place)
            case 2: letters[place] = letter
            default: letters.swapAt(place, place + 1)
            }
        }
        return String(letters)
    }

    private static func number(below limit: Int, _ world: World) -> Int {
        world.randomBytes(4).reduce(0) { $0 << 8 | Int($1) } % limit
    }
}
