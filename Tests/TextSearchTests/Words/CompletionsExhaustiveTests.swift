import Foundation
import Storage
import TestSupport
import Testing

@testable import TextSearch

@Suite("Completions, beside looking at every text")
struct CompletionsExhaustiveTests {
    private static let words = "park parks parking garden gardener guard food foot for of the a an at café d'art 9 10am"
        .split(separator: " ")

    @Test("find the same best texts of each kind for whatever is typed")
    func same() {
        let world = TestWorld(seed: 11).world
        let texts = (0..<300).map { number in
            let spoken = world.randomBytes(1 + number % 5).map { String(Self.words[Int($0) % Self.words.count]) }
            return Completions.Text(
                kind: Completions.Kind.allCases[number % 4], text: spoken.joined(separator: " "),
                documents: 1 + number % 7)
        }
        let completions = Completions(texts)
        let kept = Completions.kept(texts, bytes: .max).map { (text: $0, words: Set(Completions.words(of: $0.text))) }
        let known = kept.reduce(into: Set<String>()) { $0.formUnion($1.words) }
        for _ in 0..<200 {
            let bytes = world.randomBytes(3)
            let chosen = bytes.prefix(1 + Int(bytes[2]) % 2).map { Self.words[Int($0) % Self.words.count] }
            let typed = Typed(String(chosen.joined(separator: " ").dropLast(Int(bytes[2]) % 3)))
            let fitting = kept.filter { Self.fits($0.words, typed, known) }.map(\.text)
            let found = completions.completing(typed) { _ in nil }
            #expect(found.count == min(Completions.most, fitting.count), "\(typed.text)")
            for kind in Completions.Kind.allCases {
                let ofKind = found.filter { $0.kind == kind }
                #expect(ofKind == Array(fitting.filter { $0.kind == kind }.prefix(ofKind.count)), "\(typed.text)")
            }
        }
    }

    private static func fits(_ held: Set<String>, _ typed: Typed, _ known: Set<String>) -> Bool {
        !typed.isEmpty
            && typed.words.indices.allSatisfy { place in
                let word = typed.words[place].text
                let goesOn = place == typed.words.count - 1 && typed.isUnfinished
                return !goesOn && known.contains(word) ? held.contains(word) : held.contains { $0.hasPrefix(word) }
            }
    }
}
