/// How much better a document is for holding the words of a search close together, as typed, or in its title.
///
/// Each part is a share from 0 to 1; together they raise a score by at most `most`, which is what lets a search pass over
/// documents that no closeness could bring up.
package struct Closeness: Sendable, Equatable {
    /// Words in the title, by how much they tell.
    package let inTitle: Double
    /// Words in the very form typed.
    package let asTyped: Double
    /// Neighbours in the search that are neighbours in the document.
    package let together: Double

    package init(inTitle: Double, asTyped: Double, together: Double) {
        self.inTitle = inTitle
        self.asTyped = asTyped
        self.together = together
    }

    func most(ideas: Int) -> Double { 1 + inTitle + asTyped + (ideas > 1 ? together : 0) }
}
