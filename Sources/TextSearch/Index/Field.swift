/// A column of the full-text table, and how much a word in it says.
package struct Field: Sendable, Equatable {
    /// As in the table.
    package let name: String
    /// A word here counts as this many in a field of weight 1.
    package let weight: Double
    /// How much a long field dilutes a word, from 0 (not at all) to 1 (in proportion to its length).
    package let dilution: Double
    /// Words here are nearer to what the document is about than words elsewhere: see `Closeness`.
    package let isTitle: Bool

    package init(_ name: String, weight: Double, dilution: Double, isTitle: Bool = false) {
        self.name = name
        self.weight = weight
        self.dilution = dilution
        self.isTitle = isTitle
    }
}
