/// What a document is worth for other reasons than its words, added to its text score.
///
/// A document that could not say more clearly what is wanted has a text score of 1.
package struct Bonus {
    /// May be below 0.
    let of: (_ document: Int) -> Double
    /// No document has more: the less this is, the more documents can be passed over.
    let most: Double

    package init(most: Double, of: @escaping (_ document: Int) -> Double) {
        self.most = most
        self.of = of
    }

    package static var none: Bonus { Bonus(most: 0) { _ in 0 } }
}
