/// A WebP file (RFC 9649) as a row of chunks. Exif, XMP and chunks that the standard does not know are not kept, nor what
/// follows its end; the header is told so.
enum WebP {
    private static let kept: Set = ["VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"]

    static func cleaned(_ file: FileBytes) throws(Malformed) -> Pieces {
        guard file.begins(with: "RIFF"), file.begins(with: "WEBP", at: 8), let size = file.little(4, at: 4),
            size >= 12, size + 8 <= file.count
        else { throw Malformed() }
        var (body, at, length, hasPicture) = (Pieces(), 12, 4, false)
        while at < size + 8 {
            guard let name = file.bytes(at..<at + 4).map({ String(decoding: $0, as: UTF8.self) }),
                let count = file.little(4, at: at + 4)
            else { throw Malformed() }
            let end = at + 8 + count + count % 2
            guard end <= size + 8 else { throw Malformed() }
            if name == "VP8X" {
                guard count == 10, let flags = file[at + 8] else { throw Malformed() }
                try body.keep(at..<at + 8)
                // 8 says that there is Exif, 4 that there is XMP.
                try body.write([flags & ~0x0C])
                try body.keep(at + 9..<end)
                length += end - at
            } else if kept.contains(name) {
                if name == "ANMF", !isFrame(file, at + 24..<at + 8 + count) { throw Malformed() }
                try body.keep(at..<end)
                length += end - at
                hasPicture = hasPicture || name.hasPrefix("VP8") || name == "ANMF"
            }
            at = end
        }
        guard hasPicture else { throw Malformed() }
        var pieces = Pieces()
        try pieces.keep(0..<4)
        try pieces.write((0..<4).map { UInt8(truncatingIfNeeded: length >> ($0 * 8)) })
        try pieces.keep(8..<12)
        for piece in body.all {
            switch piece {
            case .stretch(let range): try pieces.keep(range)
            case .bytes(let bytes): try pieces.write(bytes)
            }
        }
        return pieces
    }

    /// Whether what stands in a frame of a moving picture is a picture and nothing else.
    private static func isFrame(_ file: FileBytes, _ frame: Range<Int>) -> Bool {
        var at = frame.lowerBound
        while at < frame.upperBound {
            guard let name = file.bytes(at..<at + 4).map({ String(decoding: $0, as: UTF8.self) }),
                ["VP8 ", "VP8L", "ALPH"].contains(name), let count = file.little(4, at: at + 4)
            else { return false }
            at += 8 + count + count % 2
        }
        return at == frame.upperBound
    }
}
