import Foundation

/// What an index costs before it is asked anything.
package struct IndexFigures: Encodable, Sendable {
    let documents: Int
    /// Reading the words of the full-text table into memory: what a start costs before the first answer.
    let riffleReadSeconds: Double
    /// From opening the catalogue with all its filters and facets to the first answer.
    let riffleStartSeconds: Double
    /// Inserting and merging. Nil where the index was there.
    let stockBuildSeconds: Double?
    let tantivyBuildSeconds: Double?
    let riffleMegabytes: Double
    /// Of the process, by reading the index.
    let residentMegabytes: Double?
    let postings: Int
    let bytesPerPosting: Double
    let tantivyMegabytesOnDisk: Double
    let tantivySegments: Int

    enum CodingKeys: String, CodingKey {
        case kind = "class"
        case documents
        case riffleReadSeconds = "riffle_read_s"
        case riffleStartSeconds = "riffle_start_s"
        case stockBuildSeconds = "fts5_build_s"
        case tantivyBuildSeconds = "tantivy_build_s"
        case riffleMegabytes = "riffle_mb"
        case residentMegabytes = "resident_mb"
        case postings
        case bytesPerPosting = "bytes_per_posting"
        case tantivyMegabytesOnDisk = "tantivy_disk_mb"
        case tantivySegments = "tantivy_segments"
    }

    let kind = "index"

    package init(_ engine: EngineSearch, _ catalogue: CatalogueSearch, stock: StockIndex, tantivy: Tantivy) {
        documents = tantivy.ready.documents
        riffleReadSeconds = engine.building
        riffleStartSeconds = catalogue.starting
        stockBuildSeconds = stock.building
        tantivyBuildSeconds = tantivy.ready.building
        riffleMegabytes = Double(engine.bytes) / 1e6
        residentMegabytes = engine.resident.map { Double($0) / 1e6 }
        postings = engine.postings
        bytesPerPosting = Double(engine.bytes) / Double(max(engine.postings, 1))
        tantivyMegabytesOnDisk = Double(tantivy.ready.bytes) / 1e6
        tantivySegments = tantivy.ready.segments
    }

    /// One line of JSON.
    package func line() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
