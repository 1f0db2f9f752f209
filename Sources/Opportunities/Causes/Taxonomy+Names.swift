extension Taxonomy {
    /// A cause that words name, with what else it could be called and the words without that name.
    struct Named {
        let cause: Cause
        /// The words with each other name in the place of the one that was typed.
        let otherwise: [(name: String, words: String)]
        let without: String
    }

    /// Every cause whose label or synonym stands among the words, in the order of the labels.
    func named(in words: [String]) -> [Named] {
        let spoken = words.map { Self.folded($0).first ?? "" }
        return causes.compactMap { cause in
            let names = [cause.label] + cause.synonyms
            for name in names {
                let wanted = Self.folded(name)
                guard let place = spoken.place(of: wanted) else { continue }
                let (before, after) = (words[..<place], words[(place + wanted.count)...])
                let others = names.filter { Self.folded($0) != wanted }
                return Named(
                    cause: cause,
                    otherwise: others.map { other in
                        (other, (before + [other.lowercased()] + after).joined(separator: " "))
                    },
                    without: (before + after).joined(separator: " "))
            }
            return nil
        }
    }
}

extension [String] {
    /// Where the words stand one after another.
    fileprivate func place(of words: [String]) -> Int? {
        guard !words.isEmpty, words.count <= count else { return nil }
        return (0...(count - words.count)).first { self[$0...].starts(with: words) }
    }
}
