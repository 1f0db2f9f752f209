/// A PNG file (W3C, third edition) as a row of chunks. The picture itself is not decoded.
///
/// Kept is what the picture is drawn and moved by; texts, times, Exif and chunks that nobody registered are not, nor what
/// follows its end.
enum PNG {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let kept: Set = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "hIST", "pHYs", "sPLT",
        "cICP", "mDCV", "cLLI", "acTL", "fcTL", "fdAT",
    ]

    static func cleaned(_ file: FileBytes) throws(Malformed) -> Pieces {
        guard file.begins(with: signature), file.begins(with: "IHDR", at: 12) else { throw Malformed() }
        var (pieces, at, hasPicture) = (Pieces(), signature.count, false)
        try pieces.keep(0..<at)
        while true {
            guard let length = file.big(4, at: at), let type = file.bytes(at + 4..<at + 8),
                let content = file.slice(at + 4..<at + 8 + length), let sum = file.big(4, at: at + 8 + length),
                type.allSatisfy({ (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) })
            else { throw Malformed() }
            let (chunk, name) = (at..<at + 12 + length, String(decoding: type, as: UTF8.self))
            at = chunk.upperBound
            if kept.contains(name) {
                guard CRC.of(content) == sum else { throw Malformed() }
                try pieces.keep(chunk)
            } else if (0x41...0x5A).contains(type[0]) {
                // A capital says that the picture cannot be drawn without it.
                throw Malformed()
            }
            hasPicture = hasPicture || name == "IDAT"
            if name == "IEND" {
                guard hasPicture else { throw Malformed() }
                return pieces
            }
        }
    }
}
