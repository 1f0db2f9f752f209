import Foundation

/// The numbers a text score depends on, but for those of the fields.
package struct Scoring: Sendable, Equatable {
    /// BM25's k1: how much a word says that is there again.
    package let saturation: Double
    /// What a document keeps that holds next to nothing of what was asked for, from 0 to 1; who holds all keeps all.
    package let leastCoverage: Double
    package let closeness: Closeness

    package init(saturation: Double, leastCoverage: Double, closeness: Closeness) {
        self.saturation = saturation
        self.leastCoverage = leastCoverage
        self.closeness = closeness
    }

    /// - Parameter share: of what was asked for, by how much it tells.
    func coverage(_ share: Double) -> Double { leastCoverage + (1 - leastCoverage) * share }

    /// Robertson and Spärck Jones's weight, kept above nothing for words that most documents hold.
    static func inverseFrequency(of count: Int, among documents: Int) -> Double {
        Foundation.log(1 + (Double(documents - count) + 0.5) / (Double(count) + 0.5))
    }
}
