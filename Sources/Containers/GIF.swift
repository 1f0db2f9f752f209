/// A GIF file (87a, 89a) as a row of blocks. Comments, texts over the picture, foreign extensions and what follows the
/// end are not kept; the extension that says how often it moves is.
enum GIF {
    static func cleaned(_ file: FileBytes) throws(Malformed) -> Pieces {
        guard file.begins(with: "GIF87a") || file.begins(with: "GIF89a"), let flags = file[10] else {
            throw Malformed()
        }
        var (pieces, at, hasPicture) = (Pieces(), 13 + colours(flags), false)
        guard at < file.count else { throw Malformed() }
        try pieces.keep(0..<at)
        while true {
            let start = at
            switch file[at] {
            case 0x3B:
                guard hasPicture else { throw Malformed() }
                try pieces.keep(start..<start + 1)
                return pieces
            case 0x2C:
                guard let flags = file[start + 9] else { throw Malformed() }
                // The descriptor, its colours, and a byte before the data.
                at = try endOfBlocks(file, from: start + 10 + colours(flags) + 1)
                try pieces.keep(start..<at)
                hasPicture = true
            case 0x21:
                at = try endOfBlocks(file, from: start + 2)
                let repeats = ["NETSCAPE2.0", "ANIMEXTS1.0"].contains {
                    file.begins(with: "\u{0B}" + $0, at: start + 2)
                }
                let isLoop = file[start + 1] == 0xFF && repeats && at - start <= 24
                let isControl = file[start + 1] == 0xF9 && at - start == 8
                if isControl || isLoop { try pieces.keep(start..<at) }
            default: throw Malformed()
            }
        }
    }

    private static func colours(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 0x07) + 1) }

    /// Behind the row of blocks of at most 255 bytes, whose last is empty.
    private static func endOfBlocks(_ file: FileBytes, from start: Int) throws(Malformed) -> Int {
        var at = start
        while let length = file[at] {
            at += 1 + Int(length)
            if length == 0 { return at }
        }
        throw Malformed()
    }
}
