/// Other words for what was said.
extension Finder {
    /// What else says what was said. Stop words are part of a phrase: `from home` is not `home`.
    func others(for words: [String], _ ideas: [Wanted.Idea]) -> [Synonyms.Alternative] {
        // A longer question says by itself what it means; other words would blur it.
        guard ideas.count <= Self.mostToRephrase else { return [] }
        let stems = words.map(language.stem)
        return language.synonyms.matches(in: stems)
            .filter { match in stems[match.words].contains { stem in ideas.contains { $0.stem == stem } } }
            .flatMap(\.alternatives)
    }

    static let mostToRephrase = 6

    /// The stems of it all, each once, with its greatest weight; the words of a phrase share the phrase's.
    func alternatives(_ others: [Synonyms.Alternative], to ideas: [Wanted.Idea]) -> [Wanted.Alternative] {
        var weights: [String: (weight: Double, isPart: Bool)] = [:]
        // Words first: what one of them brings is not taken back for its being a part of a phrase too.
        for other in others.sorted(by: { $0.stems.count < $1.stems.count }) {
            let telling = other.stems.filter { !language.isStopWord($0) && ($0.count > 1 || $0.allSatisfy(\.isNumber)) }
            for stem in telling where !ideas.contains(where: { $0.stem == stem }) {
                let weight = other.weight / Double(telling.count)
                let isPart = other.stems.count > 1
                if let known = weights[stem], known.weight >= weight || known.isPart != isPart { continue }
                weights[stem] = (weight, isPart)
            }
        }
        return weights.map { Wanted.Alternative(stem: $0.key, weight: $0.value.weight, isPart: $0.value.isPart) }
            .sorted { ($1.weight, $0.stem) < ($0.weight, $1.stem) }
    }

    func rephrasings(_ others: [Synonyms.Alternative]) -> [Wanted.Rephrased] {
        var seen: Set<[String]> = []
        return others.filter { $0.stems.count > 1 }.sorted {
            ($1.weight, $0.stems.joined(separator: " ")) < ($0.weight, $1.stems.joined(separator: " "))
        }
        .filter { seen.insert($0.stems).inserted }.map { Wanted.Rephrased($0.stems, weight: $0.weight) }
    }
}
