/// What one occurrence of a word weighs, by field and the field's length: BM25F's w / (1 − b + b · length / mean).
///
/// Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004.
struct FieldMasses {
    private let table: [Float]
    /// Longer fields weigh as this long.
    private static let longest = 4095

    init(_ fields: [Field], _ lengths: Packed<UInt16>, documents: Int) {
        table = fields.indices.flatMap { field -> [Float] in
            var total = 0
            var filled = 0
            for document in 0..<documents {
                let length = Int(lengths.start[document * fields.count + field])
                total += length
                if length > 0 { filled += 1 }
            }
            // Over the documents that have the field: an advert that states no skills is no reason to think those
            // that do wordy.
            let mean = max(1, Double(total) / Double(max(1, filled)))
            return (0...Self.longest).map { length in
                let dilution = fields[field].dilution
                return Float(fields[field].weight / (1 - dilution + dilution * Double(length) / mean))
            }
        }
    }

    @inline(__always)
    func mass(field: Int, length: Int) -> Float { table[field * (Self.longest + 1) + min(length, Self.longest)] }
}
