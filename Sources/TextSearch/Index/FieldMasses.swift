/// What one occurrence of a word weighs, by field and the field's length: BM25F's w / (1 − b + b · length / mean).
///
/// Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004.
struct FieldMasses: Sendable {
    private let table: Packed<Float>
    private let saturation: Double
    /// Longer fields weigh as this long.
    private static let longest = 4095

    /// - Parameter saturation: BM25's k1.
    init(_ fields: [Field], _ lengths: Packed<UInt16>, documents: Int, saturation: Double) {
        self.saturation = saturation
        table = Packed(capacity: fields.count * (Self.longest + 1))
        for field in fields.indices {
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
            let dilution = fields[field].dilution
            for length in 0...Self.longest {
                table.append(Float(fields[field].weight / (1 - dilution + dilution * Double(length) / mean)))
            }
        }
    }

    init(_ reader: ArrayReader) throws {
        table = try reader.packed()
        saturation = try reader.array(of: Double.self).first ?? 0
    }

    func write(to writer: ArrayWriter) throws {
        try writer.write(table)
        try writer.write([saturation])
    }

    @inline(__always)
    func mass(field: Int, length: Int) -> Float {
        table.start[field * (Self.longest + 1) + min(length, Self.longest)]
    }

    /// BM25's saturated frequency in 255 steps, for all occurrences in a document together; a word that is there at all
    /// has one at least.
    func impact(_ mass: Float) -> UInt8 {
        mass > 0 ? UInt8(max(1, min(255, (255 * Double(mass) / (saturation + Double(mass))).rounded()))) : 0
    }
}
