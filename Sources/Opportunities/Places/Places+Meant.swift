import TextSearch

extension Places {
    /// The place whose name is a slip or two away from what was typed: `Birmingam` is Birmingham. nil where none is.
    package func meant(by typed: String) -> Place? {
        let names = named.keys.lazy.map { (word: $0, rows: 1) }
        return Spelling.nearest(to: Self.folded(typed), in: names).flatMap { named[$0]?.first }
    }
}
