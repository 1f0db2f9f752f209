import Foundation
import Storage

/// Cuts a CSV file into its rows after the first, each as it stands.
struct CSVItems: ItemCutting {
    private var file: FileBytes
    /// Of the next row; a row may hold line breaks.
    private var line = 1
    private(set) var header: CSVHeader

    /// - Throws: `Unreadable` where the first row names nothing.
    init(_ file: URL, named name: String) throws {
        self.file = try FileBytes(file, named: name)
        header = CSVHeader()
        guard let first = try row() else { throw Unreadable("\(name) holds no items, not even a row of names.") }
        header = CSVHeader(CSVText.plain(first.bytes))
        guard header.reads(.title) else {
            throw Unreadable(
                "\(name) has no column that could be a title. Its columns are: \(header.names.prefix(30).joined(separator: ", "))."
            )
        }
    }

    mutating func next() throws -> RawItem? {
        while let row = try row() {
            if row.bytes.contains(where: { !JSONText.isSpace($0) && $0 != JSONText.comma }) { return row }
        }
        return nil
    }

    private mutating func row() throws -> RawItem? {
        var searched = 0
        var isQuoted = false
        var breaks = 0
        while true {
            let start = file.position
            while start + searched < file.buffer.count {
                let byte = file.buffer[start + searched]
                searched += 1
                if byte == JSONText.quote { isQuoted.toggle() }
                guard byte == 0x0A else { continue }
                breaks += 1
                if !isQuoted { return take(searched, breaks) }
            }
            guard try !file.fill() else { continue }
            if isQuoted { throw Unreadable("\(file.name) has a quotation mark in line \(line) that is never closed.") }
            return searched == 0 ? nil : take(searched, breaks)
        }
    }

    private mutating func take(_ length: Int, _ breaks: Int) -> RawItem {
        let place = file.place
        let bytes = Data(file.buffer[file.position..<file.position + length])
        let item = RawItem(bytes: bytes, place: "line \(line)", range: place..<place + length)
        file.position += length
        line += breaks
        return item
    }
}
