/// The English stemmer of Snowball, known as Porter2 (<https://snowballstem.org/algorithms/english/stemmer.html>): words
/// of one family meet, `volunteering`, `volunteers` and `volunteered` as `volunt`.
///
/// For ranking. It joins more than `Stem` does, which the ranker wants (without stemming a judged search of
/// opportunities loses a twelfth) and the routing of questions does not.
package enum Porter2 {
    /// - Parameter word: in lower case. A word with letters beyond ASCII comes back as it is.
    package static func stem(_ word: String) -> String {
        var letters = Array(word.utf8)
        guard letters.count > 2, letters.allSatisfy({ $0 < 0x80 }) else { return word }
        if let exception = exceptions[word] { return exception }
        Steps.run(on: &letters)
        return String(decoding: letters, as: UTF8.self)
    }

    private static let exceptions = [
        "skis": "ski", "skies": "sky", "idly": "idl", "gently": "gentl", "ugly": "ugli", "early": "earli",
        "only": "onli", "singly": "singl", "sky": "sky", "news": "news", "howe": "howe", "atlas": "atlas",
        "cosmos": "cosmos", "bias": "bias", "andes": "andes",
    ]
}

/// One word on its way to its stem. A `Y` is a `y` that sounds as a consonant.
private struct Steps {
    var word: Letters
    /// Where the algorithm's regions R1 and R2 begin: a suffix that begins before them belongs to the stem.
    let first: Int
    let second: Int

    static func run(on letters: inout [UInt8]) {
        if letters[0] == UInt8(ascii: "'") { letters.removeFirst() }
        for place in letters.indices where letters[place] == UInt8(ascii: "y") {
            if place == 0 || Letters.isVowel(letters[place - 1]) { letters[place] = UInt8(ascii: "Y") }
        }
        let word = Letters(letters)
        let first = word.regionBehindStart()
        var steps = Steps(word: word, first: first, second: word.region(behind: first))
        steps.takePlural()
        steps.takeTense()
        steps.turnY()
        steps.replace(Self.double, from: first)
        steps.replace(Self.single, from: first)
        steps.takeLast()
        steps.takeEnd()
        letters = steps.word.all.map { $0 == UInt8(ascii: "Y") ? UInt8(ascii: "y") : $0 }
    }

    // MARK: - Step 1

    mutating func takePlural() {
        if let possessive = word.firstEnding(of: ["'s'", "'s", "'"]) { word.drop(possessive) }
        switch word.firstEnding(of: ["sses", "ied", "ies", "us", "ss", "s"]) {
        case "sses": word.drop(2)
        case "ied", "ies": word.drop(word.count > 4 ? 2 : 1)
        case "s" where word.hasVowel(before: word.count - 2): word.drop(1)
        default: break
        }
    }

    mutating func takeTense() {
        guard let ending = word.firstEnding(of: ["eedly", "ingly", "edly", "eed", "ing", "ed"]) else { return }
        let start = word.count - ending.utf8.count
        switch ending {
        case "eed", "eedly":
            guard start >= first, !word.begins(["proc", "exc", "succ"], whole: start) else { return }
            word.drop(ending)
            word.add("ee")
            return
        case "ing":
            if word.begins(["inn", "out", "cann", "herr", "earr", "even"], whole: start) { return }
            if start == 2, word.all[1] == UInt8(ascii: "y"), !Letters.isVowel(word.all[0]) {
                word.drop(4)
                return word.add("ie")
            }
        default: break
        }
        guard word.hasVowel(before: start) else { return }
        word.drop(ending)
        mendAfterTense()
    }

    private mutating func mendAfterTense() {
        if word.firstEnding(of: ["at", "bl", "iz"]) != nil {
            word.add("e")
        } else if word.firstEnding(of: ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"]) != nil {
            // `add`, `egg` and `off` have theirs by nature.
            if word.count != 3 || !"aeo".utf8.contains(word.all[0]) { word.drop(1) }
        } else if word.count == first, word.endsShort(at: word.count) {
            word.add("e")
        }
    }

    mutating func turnY() {
        guard word.count > 2, let last = word.all.last, last | 0x20 == UInt8(ascii: "y"),
            !Letters.isVowel(word.all[word.count - 2])
        else { return }
        word.drop(1)
        word.add("i")
    }

    // MARK: - Steps 2 to 5

    /// The first rule whose ending the word has decides, even if its ending begins before the region.
    mutating func replace(_ rules: [(ending: String, by: String)], from region: Int) {
        guard let rule = rules.first(where: { word.ends($0.ending) }) else { return }
        let start = word.count - rule.ending.utf8.count
        guard start >= region else { return }
        switch rule.ending {
        case "ogi" where word.all[start - 1] != UInt8(ascii: "l"): return
        case "li" where !"cdeghkmnrt".utf8.contains(word.all[start - 1]): return
        case "ative" where start < second: return
        default: break
        }
        word.drop(rule.ending)
        word.add(rule.by)
    }

    mutating func takeLast() {
        guard let ending = word.firstEnding(of: Self.last) else { return }
        let start = word.count - ending.utf8.count
        guard start >= second else { return }
        if ending == "ion", !"st".utf8.contains(word.all[start - 1]) { return }
        word.drop(ending)
    }

    mutating func takeEnd() {
        let start = word.count - 1
        switch word.all.last {
        case UInt8(ascii: "e") where start >= second || (start >= first && !word.endsShort(at: start)): word.drop(1)
        case UInt8(ascii: "l") where start >= second && word.ends("ll"): word.drop(1)
        default: break
        }
    }

    // Longer endings stand before those they end with.
    private static let double: [(ending: String, by: String)] = [
        ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
        ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"), ("entli", "ent"), ("ation", "ate"),
        ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"), ("ogist", "og"),
        ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"),
        ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ]
    private static let single: [(ending: String, by: String)] = [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""),
        ("ical", "ic"), ("ness", ""), ("ful", ""),
    ]
    private static let last: [String] = [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
        "al", "er", "ic",
    ]
}
