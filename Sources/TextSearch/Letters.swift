/// A word as bytes, with what `Porter2` asks of it and does to its end.
struct Letters {
    private(set) var all: [UInt8]

    init(_ letters: [UInt8]) { all = letters }

    var count: Int { all.count }

    static func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }

    // MARK: - Regions

    /// Behind the first consonant that follows a vowel, but for families that this would run together, as
    /// `general` and `generous`.
    func regionBehindStart() -> Int {
        let starts: [String] = [
            "gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter",
        ]
        for start in starts where begins(start) { return start.utf8.count }
        return region(behind: 0)
    }

    func region(behind start: Int) -> Int {
        var place = start
        while place < count, !Self.isVowel(all[place]) { place += 1 }
        while place < count, Self.isVowel(all[place]) { place += 1 }
        return min(place + 1, count)
    }

    // MARK: - Questions

    func begins(_ start: String) -> Bool {
        count >= start.utf8.count && all[..<start.utf8.count].elementsEqual(start.utf8)
    }

    /// Whether one of these makes up all that stands before `end`.
    func begins(_ starts: [String], whole end: Int) -> Bool {
        starts.contains { $0.utf8.count == end && begins($0) }
    }

    func ends(_ ending: String) -> Bool {
        count >= ending.utf8.count && all[(count - ending.utf8.count)...].elementsEqual(ending.utf8)
    }

    func firstEnding(of endings: [String]) -> String? { endings.first(where: ends) }

    func hasVowel(before end: Int) -> Bool { end > 0 && all[..<end].contains(where: Self.isVowel) }

    /// Consonant, vowel, consonant, as in `hop`, or vowel and consonant alone, as in `at`: there an `e` belongs.
    func endsShort(at end: Int) -> Bool {
        if end == 2 { return Self.isVowel(all[0]) && !Self.isVowel(all[1]) }
        guard end > 2, !Self.isVowel(all[end - 1]) else { return false }
        // `paste`, which would meet `past`.
        if end > 3, all[(end - 4)..<end].elementsEqual("past".utf8) { return true }
        return Self.isVowel(all[end - 2]) && !Self.isVowel(all[end - 3]) && !"wxY".utf8.contains(all[end - 1])
    }

    // MARK: - Changes

    mutating func drop(_ letters: Int) { all.removeLast(letters) }

    mutating func drop(_ ending: String) { drop(ending.utf8.count) }

    mutating func add(_ ending: String) { all.append(contentsOf: ending.utf8) }
}
