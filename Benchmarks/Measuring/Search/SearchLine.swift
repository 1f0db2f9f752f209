import Foundation

/// A row of the figures as one line of JSON.
package struct SearchLine {
    package let text: String

    package init(_ row: SearchFigures.Row) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        text = String(decoding: try encoder.encode(Line(row: row)), as: UTF8.self)
    }
}

private struct Line: Encodable {
    let row: SearchFigures.Row

    enum CodingKeys: String, CodingKey {
        case kind = "class"
        case riffleHalf = "riffle_p50_ms"
        case riffleMost = "riffle_p99_ms"
        case stockHalf = "fts5_p50_ms"
        case peerHalf = "tantivy_p50_ms"
        case peerMost = "tantivy_p99_ms"
        case ratioHalf = "ratio_p50"
        case ratioMost = "ratio_p99"
    }

    /// What an engine does not have is null, not absent.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(row.kind, forKey: .kind)
        try container.encode(row.riffle?.p50, forKey: .riffleHalf)
        try container.encode(row.riffle?.p99, forKey: .riffleMost)
        try container.encode(row.fts5?.p50, forKey: .stockHalf)
        try container.encode(row.tantivy?.p50, forKey: .peerHalf)
        try container.encode(row.tantivy?.p99, forKey: .peerMost)
        try container.encode(row.ratio(\.p50), forKey: .ratioHalf)
        try container.encode(row.ratio(\.p99), forKey: .ratioMost)
    }
}

extension SearchFigures.Row {
    /// Riffle's time divided by tantivy's.
    package func ratio(_ figure: KeyPath<Times, Double>) -> Double? {
        guard let riffle, let tantivy, tantivy[keyPath: figure] > 0 else { return nil }
        return riffle[keyPath: figure] / tantivy[keyPath: figure]
    }
}
