import Testing

@testable import TextSearch

/// Passing over what cannot be among the best must lose nothing: the same documents, scores and order as scoring all.
struct ExactTopTests {
    @Test(arguments: 1...12)
    func `the best found by passing over are the best of all`(seed: UInt64) throws {
        var chance = SeededChance(seed)
        let documents = (0..<9_000).map { _ in
            (title: Self.someText(3, &chance), text: Self.someText(20, &chance))
        }
        let index = try SmallIndex(documents).index
        for _ in 0..<25 {
            let wanted = Self.someWanted(&chance)
            let allowed = Bool.random(using: &chance) ? nil : Self.someDocuments(9_000, &chance)
            let bonus = Bool.random(using: &chance) ? Bonus.none : Bonus(most: 0.2) { Double($0 % 7) / 30 }
            let every = index.everyHit(of: wanted, among: allowed, bonus: bonus)
            let best = index.best(20, of: wanted, among: allowed, bonus: bonus)
            #expect(best == Array(every.prefix(20)))
            if wanted.demandsAll {
                #expect(index.matches(of: wanted, among: allowed).count == every.count)
            }
        }
    }

    @Test func `among equals the first stands first, though its block is looked at last`() throws {
        var documents = Array(repeating: (title: "Clerk", text: "Count the coins"), count: 9_000)
        documents[100] = (title: "Clerk", text: "Feed the dogs")
        documents[5_000] = (title: "Dogs", text: "Walk the dogs")
        documents[6_000] = (title: "Clerk", text: "Feed the dogs")
        let index = try SmallIndex(documents).index
        #expect(index.best(2, of: SmallIndex.wanted("dogs")).map(\.document) == [5_000, 100])
        #expect(index.best(2, of: SmallIndex.wanted("dogs feed")).map(\.document) == [100, 6_000])
    }

    /// What is known of neighbours beforehand is what reading the documents would show.
    @Test(arguments: 1...6)
    func `a phrase is found in the same documents with lists of neighbours, without them, and by looking`(
        seed: UInt64
    ) throws {
        var chance = SeededChance(seed)
        let documents = (0..<5_000).map { _ in
            (title: Self.someText(3, &chance), text: Self.someText(20, &chance))
        }
        let known = try SmallIndex(documents, neighboursFrom: 1).index
        let read = try SmallIndex(documents, neighboursFrom: .max).index
        for _ in 0..<20 {
            let stems = (0..<Int.random(in: 2...3, using: &chance)).map { _ in Self.someWord(&chance) }
            let isForbidden = Int.random(in: 0..<3, using: &chance) == 0
            var wanted = SmallIndex.wanted(stems.joined(separator: " "))
            wanted.phrases = [.init(stems, isForbidden: isForbidden)]
            let phrase = " \(stems.joined(separator: " ")) "
            let holding = documents.indices.filter { document in
                let (title, text) = documents[document]
                guard stems.contains(where: { " \(title) \(text) ".contains(" \($0) ") }) else { return false }
                return (" \(title) ".contains(phrase) || " \(text) ".contains(phrase)) != isForbidden
            }
            #expect(known.matches(of: wanted) == DocumentSet(capacity: 5_000, holding))
            #expect(read.matches(of: wanted) == DocumentSet(capacity: 5_000, holding))
            #expect(known.best(20, of: wanted) == read.best(20, of: wanted))
        }
    }

    /// Where few are allowed each of them is looked up, else the whole list is walked, or its bits are taken.
    @Test(arguments: [2, 40, 300])
    func `what holds a word is found among many documents and among few`(share: Int) throws {
        var chance = SeededChance(UInt64(share))
        let documents = (0..<9_000).map { _ in
            (title: Self.someText(3, &chance), text: Self.someText(20, &chance))
        }
        let index = try SmallIndex(documents).index
        let allowed = documents.indices.filter { $0 % share == 0 }
        for number in stride(from: 0, to: 40, by: 3) {
            let word = "w\(number)x"
            let holding = allowed.filter { " \(documents[$0].title) \(documents[$0].text) ".contains(" \(word) ") }
            let found = index.matches(
                of: SmallIndex.wanted(word, all: true), among: DocumentSet(capacity: 9_000, allowed))
            #expect(found == DocumentSet(capacity: 9_000, holding))
        }
    }

    /// Of forty words the first are the most frequent.
    private static func someWord(_ chance: inout SeededChance) -> String {
        "w\(min(Int.random(in: 0..<40, using: &chance), Int.random(in: 0..<40, using: &chance)))x"
    }

    private static func someText(_ most: Int, _ chance: inout SeededChance) -> String {
        let length = Int.random(in: 1...most, using: &chance)
        return (0..<length).map { _ in someWord(&chance) }.joined(separator: " ")
    }

    private static func someWanted(_ chance: inout SeededChance) -> Wanted {
        var ideas: [Wanted.Idea] = []
        for _ in 0..<Int.random(in: 1...5, using: &chance) {
            let word = someWord(&chance)
            guard !ideas.contains(where: { $0.word == word }) else { continue }
            ideas.append(Wanted.Idea(word: word, stem: word, times: Int.random(in: 1...2, using: &chance)))
        }
        let isRarely = { (chance: inout SeededChance) in Int.random(in: 0..<4, using: &chance) == 0 }
        return Wanted(
            ideas: ideas, alternatives: [.init(stem: someWord(&chance), weight: 0.4)],
            without: isRarely(&chance) ? ["w39x"] : [],
            phrases: isRarely(&chance)
                ? [.init([ideas[0].stem, someWord(&chance)], isForbidden: isRarely(&chance))] : [],
            demandsAll: Bool.random(using: &chance))
    }

    private static func someDocuments(_ count: Int, _ chance: inout SeededChance) -> DocumentSet {
        let share = [2, 20, 500][Int.random(in: 0..<3, using: &chance)]
        var set = DocumentSet(capacity: count)
        for document in 0..<count where Int.random(in: 0..<share, using: &chance) == 0 { set.insert(document) }
        return set
    }
}

struct SeededChance: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
