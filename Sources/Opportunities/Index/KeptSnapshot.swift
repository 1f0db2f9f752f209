import Foundation
import TextSearch

/// Files beside the catalogue with what its snapshot was derived into: a million opportunities take more than a minute to
/// read from their tables, and a second or two from here. Whoever deletes them loses that minute alone.
struct KeptSnapshot: Sendable {
    private let words: URL
    private let columns: URL

    init(folder: URL) {
        words = folder.appending(path: "opportunities.words")
        columns = folder.appending(path: "opportunities.columns")
    }

    /// Nil where they are not there, or of other tables than these, or damaged.
    func words(_ keys: Snapshot.Keys) -> SearchIndex? {
        try? SearchIndex.kept(in: words, key: keys.words, fields: Weights.fields)
    }

    func columns(_ keys: Snapshot.Keys) -> (Attributes, Grid)? {
        guard let reader = try? ArrayReader(columns, key: keys.columns), let attributes = try? Attributes(reader),
            let grid = try? Grid(reader, capacity: attributes.count), (try? reader.finish()) != nil
        else { return nil }
        return (attributes, grid)
    }

    /// Writes what is not there already.
    func keep(_ index: SearchIndex, _ attributes: Attributes, _ grid: Grid, _ keys: Snapshot.Keys) throws {
        if (try? ArrayReader(words, key: keys.words)) == nil { try index.keep(in: words, key: keys.words) }
        if (try? ArrayReader(columns, key: keys.columns)) == nil {
            let writer = try ArrayWriter(columns, key: keys.columns)
            try attributes.write(to: writer)
            try grid.write(to: writer)
            try writer.finish()
        }
    }
}
