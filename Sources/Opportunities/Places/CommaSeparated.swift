/// Rows of a CSV file (RFC 4180) by the names in its first row.
///
/// Quoted fields may hold commas, doubled quotes and line breaks; a short row lacks its last fields.
enum CommaSeparated {
    static func rows(of text: String) -> [[String: String]] {
        var records = records(of: text)
        guard !records.isEmpty else { return [] }
        let names = records.removeFirst()
        return records.map { Dictionary(zip(names, $0), uniquingKeysWith: { first, _ in first }) }
    }

    private static func records(of text: String) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var wasQuote = false

        func endField() {
            record.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
            isQuoted = false
            wasQuote = false
        }
        func endRecord() {
            endField()
            if record != [""] { records.append(record) }
            record = []
        }

        for byte in text.utf8 {
            if isQuoted, !wasQuote {
                if byte == UInt8(ascii: "\"") { wasQuote = true } else { field.append(byte) }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                if wasQuote { field.append(byte) }
                isQuoted = true
                wasQuote = false
            case UInt8(ascii: ","): endField()
            case UInt8(ascii: "\n"): endRecord()
            case UInt8(ascii: "\r"): break
            default: field.append(byte)
            }
        }
        if !field.isEmpty || !record.isEmpty { endRecord() }
        return records
    }
}
