package import Foundation

/// The causes of the national standard, with what else people call them.
///
/// Source: `volunteering-taxonomy.csv`, 45 causes with 218 synonyms, Open Government Licence v3.0.
package struct Taxonomy: Sendable {
    /// In the order of their labels.
    package let causes: [Cause]
    private let byID: [String: Cause]
    /// By label or synonym, each folded; labels before synonyms.
    private let byName: [[String]: Cause]
    private let byLowerID: [String: Cause]
    private let phrases: [String: [(words: [String], cause: String)]]

    package init(file: URL) throws {
        self.init(text: try String(contentsOf: file, encoding: .utf8))
    }

    package init(text: String) {
        // The first cause is the scheme itself, "any charitable cause".
        let rows = CommaSeparated.rows(of: text).filter { $0["scheme"] == "cause" && $0["id"] != "Cause" }
        causes = rows.compactMap { row in
            guard let id = row["id"], let label = row["label"] else { return nil }
            let synonyms = (row["synonyms"] ?? "").split(separator: "|").map(String.init)
            return Cause(id: id, label: label, synonyms: synonyms.filter { !Self.vague.contains($0) })
        }
        .sorted { $0.label < $1.label }
        byID = Dictionary(causes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        byLowerID = Dictionary(causes.map { ($0.id.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        let labels = causes.map { (Self.folded($0.label), $0) }
        let others = causes.flatMap { cause in cause.synonyms.map { (Self.folded($0), cause) } }
        byName = Dictionary(labels + others, uniquingKeysWith: { first, _ in first })
        let spoken = causes.flatMap { cause in
            ([cause.label] + cause.synonyms).map { (words: Self.folded($0), cause: cause.id) }
        }
        phrases = Dictionary(grouping: spoken.filter { !$0.words.isEmpty }) { $0.words[0] }
    }

    package func cause(_ id: String) -> Cause? { byID[id] }

    /// The cause a member means by an id, a label or a synonym, in any case.
    package func find(_ typed: String) -> Cause? {
        byLowerID[typed.lowercased()] ?? byName[Self.folded(typed)]
    }

    /// The causes a source's own label stands for: the standard's, or one more that only has the label.
    func causes(labelled label: String) -> [Cause] {
        if let ids = Self.otherNames[label.lowercased()] { return ids.compactMap(cause) }
        if let found = find(label) { return [found] }
        return [Cause(id: label, label: label, synonyms: [])]
    }

    /// Causes a text seems to be about: named in the title, or in two ways or more in the text. At most three.
    func inferred(title: String, text: String) -> [Cause] {
        let inTitle = mentions(in: title)
        let inText = mentions(in: text)
        let scores = causes.compactMap { cause -> (cause: Cause, score: Int)? in
            let score = 2 * (inTitle[cause.id]?.count ?? 0) + (inText[cause.id]?.count ?? 0)
            return score < 2 ? nil : (cause, score)
        }
        return scores.sorted { ($1.score, $0.cause.label) < ($0.score, $1.cause.label) }.prefix(3).map(\.cause)
    }

    /// Which of each cause's names a text holds.
    private func mentions(in text: String) -> [String: Set<[String]>] {
        let words = Self.folded(text)
        var found: [String: Set<[String]>] = [:]
        for (start, word) in words.enumerated() {
            for phrase in phrases[word] ?? [] where words[start...].starts(with: phrase.words) {
                found[phrase.cause, default: []].insert(phrase.words)
            }
        }
        return found
    }

    /// Words in lower case, plurals as singulars: enough for names; the index has a better stemmer.
    static func folded(_ text: String) -> [String] {
        let lower = text.lowercased()
        // Nearly all texts are plain, of which bytes tell a hundred times as quickly what a letter is.
        let words =
            lower.utf8.allSatisfy { $0 < 0x80 }
            ? lower.utf8.split { !Self.isPlain($0) }.map { Substring($0) }
            : lower.split { !$0.isLetter && !$0.isNumber }
        return words.map { word in
            if word.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
            if word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") { return String(word.dropLast()) }
            return String(word)
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Synonyms in the file that mean too much to tell one cause from another.
    private static let vague: Set = [
        "Society", "Creatures", "Clean", "Atmosphere", "Surroundings", "People", "Existing", "Institutions",
        "Protection", "Security", "Learning", "Training", "Reading", "Writing", "Old", "Belief", "Responders",
        "Local Public", "Households", "Offences", "Justice", "Tongues", "Natural World", "Planet", "Guardians",
        "Accidents", "Tragedy", "Wrongdoing", "Ideology", "Minors", "Without Work", "Village", "Loved Ones",
    ]

    /// Labels of Do-it's own list.
    private static let otherNames = [
        "sustainability, heritage and environment": ["Environment", "Heritage"],
        "young people & children": ["YouthAndChildren"],
        "health and social care": ["Health", "Care"],
        "art and culture": ["ArtsAndCulture"],
        "sports, art and culture": ["SportOutdoorActivities", "ArtsAndCulture"],
        "crisis and welfare": ["DevelopmentEmergencyRelief", "AntiPoverty"],
    ]
}
