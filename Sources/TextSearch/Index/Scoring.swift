import Foundation

/// The numbers a text score depends on, but for those of the fields.
///
/// Found on Cranfield, CISI and half of a judged set of opportunities, by halves of each; what is not here did not help:
/// counting how many of the words a document holds beyond adding them up, words in the title beyond the field's weight.
package struct Scoring: Sendable, Equatable {
    /// BM25's k1: how much a word says that is there again.
    package let saturation: Double
    /// What a document gains that holds all neighbours in a search as neighbours.
    package let together: Double
    /// What one gains that holds all words in the very form typed: next to nothing, but it decides between equals.
    package let asTyped: Double
    /// What one gains that speaks wholly as the best do: see `Feedback`.
    package let likeTheBest: Double

    package init(saturation: Double, together: Double, asTyped: Double, likeTheBest: Double) {
        self.saturation = saturation
        self.together = together
        self.asTyped = asTyped
        self.likeTheBest = likeTheBest
    }

    package static let usual = Scoring(saturation: 2, together: 0.2, asTyped: 0.03, likeTheBest: 0.3)

    /// Robertson and Spärck Jones's weight, kept above nothing for words that most documents hold.
    static func inverseFrequency(of count: Int, among documents: Int) -> Double {
        log(1 + (Double(documents - count) + 0.5) / (Double(count) + 0.5))
    }
}
