package import Foundation
package import GRDB

// An index in a file of its own beside the table it was derived from, so that a start need not read every word again.
extension SearchIndex {
    /// What an index of a table is derived from, as a key: equal only while the table holds the same.
    ///
    /// FTS5 keeps two records of a table as a whole: how many rows and words each column has, and of which segments its
    /// index consists. Every change writes both.
    package static func key(
        of table: String, fields: [Field], saturation: Double = Scoring.usual.saturation, in db: Database
    ) throws -> [UInt8] {
        let records = try Data.fetchAll(db, sql: "SELECT block FROM \(table)_data WHERE id IN (1, 10) ORDER BY id")
        return Array("\(fields) \(saturation)".utf8) + records.flatMap { $0 }
    }

    /// - Throws: where the file is not there, not whole, or not for this key.
    package static func kept(in file: URL, key: [UInt8], fields: [Field]) throws -> SearchIndex {
        let reader = try ArrayReader(file, key: key)
        let index = try SearchIndex(reader, fields: fields)
        try reader.finish()
        return index
    }

    /// - Throws: `CocoaError`, where the disk takes no more.
    package func keep(in file: URL, key: [UInt8]) throws {
        let writer = try ArrayWriter(file, key: key)
        try writer.write(rows)
        try words.write(to: writer)
        try writer.write(wordDocuments)
        try writer.write(wordStems)
        try writer.write(wordTokens)
        try stemTexts.write(to: writer)
        try writer.write(stems)
        try writer.write(isTelling)
        try writer.write(stemWords)
        try writer.write(sparseDocuments)
        try writer.write(sparseImpacts)
        try writer.write(denseDocuments)
        try writer.write(denseImpacts)
        try writer.write(blockStarts)
        try writer.write(blockMaxima)
        try masses.write(to: writer)
        try forward.write(to: writer)
        try neighbours.write(to: writer)
        try writer.finish()
    }
}

extension ForwardIndex {
    init(_ reader: ArrayReader, fields: Int) throws {
        self.fields = fields
        lengths = try reader.packed()
        starts = try reader.packed()
        tokens = try reader.packed()
        tokenWords = try reader.packed()
        rarePlaces = try reader.packed()
        rareWords = try reader.packed()
    }

    func write(to writer: ArrayWriter) throws {
        try writer.write(lengths)
        try writer.write(starts)
        try writer.write(tokens)
        try writer.write(tokenWords)
        try writer.write(rarePlaces)
        try writer.write(rareWords)
    }
}
