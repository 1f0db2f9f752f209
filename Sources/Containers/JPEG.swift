/// A JPEG file (ITU-T T.81) as a row of segments. The picture itself is not decoded.
///
/// Cameras write where and when a picture was taken, and by whose device, into segments beside it; what follows the
/// picture's end can be another picture with the same. None of that is kept. Kept is what the picture is drawn by: its
/// frame, tables and scans, colours (ICC profile, Adobe's marker, JFIF without its small picture), and which side is up,
/// which is written anew.
enum JPEG {
    static func cleaned(_ file: FileBytes) throws(Malformed) -> Pieces {
        guard file.begins(with: [0xFF, 0xD8]) else { throw Malformed() }
        var (pieces, at, hasFrame, hasScan) = (Pieces(), 2, false, false)
        try pieces.keep(0..<2)
        while true {
            guard file[at] == 0xFF else { throw Malformed() }
            while file[at + 1] == 0xFF { at += 1 }
            guard let marker = file[at + 1] else { throw Malformed() }
            if marker == 0xD9 {
                guard hasFrame, hasScan else { throw Malformed() }
                try pieces.keep(at..<at + 2)
                return pieces
            }
            guard let length = file.big(2, at: at + 2), length >= 2, at + 2 + length <= file.count else {
                throw Malformed()
            }
            let segment = at..<at + 2 + length
            at = segment.upperBound
            switch marker {
            case 0xC0...0xC7, 0xC9...0xCF, 0xDB...0xDD:
                // C4 and CC are tables, all the others frames.
                hasFrame = hasFrame || (marker < 0xD0 && marker != 0xC4 && marker != 0xCC)
                try pieces.keep(segment)
            case 0xDA:
                guard hasFrame, let end = endOfScan(file, from: at) else { throw Malformed() }
                try pieces.keep(segment.lowerBound..<end)
                (at, hasScan) = (end, true)
            case 0xE0...0xEF: try keepApplication(marker, segment, of: file, in: &pieces)
            case 0xF0...0xFE: break
            default: throw Malformed()
            }
        }
    }

    /// Where the next marker stands; nil where the file ends within the scan.
    private static func endOfScan(_ file: FileBytes, from start: Int) -> Int? {
        var at = start
        while let mark = file.next(0xFF, from: at) {
            switch file[mark + 1] {
            case 0x00, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7: at = mark + 2
            case 0xFF: at = mark + 1
            case nil: return nil
            default: return mark
            }
        }
        return nil
    }

    private static func keepApplication(
        _ marker: UInt8, _ segment: Range<Int>, of file: FileBytes, in pieces: inout Pieces
    ) throws(Malformed) {
        let content = segment.lowerBound + 4
        if marker == 0xE0, file.begins(with: "JFIF\0", at: content), segment.count >= 18 {
            try pieces.write([0xFF, 0xE0, 0x00, 0x10])
            try pieces.keep(content..<content + 12)
            try pieces.write([0, 0])
        } else if marker == 0xE1, file.begins(with: "Exif\0\0", at: content) {
            if let side = sideUp(file, content + 6..<segment.upperBound) { try pieces.write(exif(sideUp: side)) }
        } else if marker == 0xE2, file.begins(with: "ICC_PROFILE\0", at: content) {
            try pieces.keep(segment)
        } else if marker == 0xEE, segment.count == 16, file.begins(with: "Adobe", at: content) {
            try pieces.keep(segment)
        }
    }

    /// The orientation that Exif states, 2 to 8; nil where it states none or the usual one.
    private static func sideUp(_ file: FileBytes, _ tiff: Range<Int>) -> UInt8? {
        let isLittle = file.begins(with: "II", at: tiff.lowerBound)
        guard isLittle || file.begins(with: "MM", at: tiff.lowerBound) else { return nil }
        func number(_ count: Int, _ at: Int) -> Int? {
            guard at >= 0, tiff.lowerBound + at + count <= tiff.upperBound else { return nil }
            return isLittle
                ? file.little(count, at: tiff.lowerBound + at) : file.big(count, at: tiff.lowerBound + at)
        }
        guard let directory = number(4, 4), let entries = number(2, directory) else { return nil }
        for entry in 0..<entries {
            let at = directory + 2 + entry * 12
            guard let tag = number(2, at) else { return nil }
            if tag == 0x0112, number(2, at + 2) == 3, let side = number(2, at + 8), (2...8).contains(side) {
                return UInt8(side)
            }
        }
        return nil
    }

    /// Exif that states the orientation and nothing else.
    private static func exif(sideUp side: UInt8) -> [UInt8] {
        [0xFF, 0xE1, 0x00, 0x22] + Array("Exif\0\0MM\0*".utf8)
            + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, side, 0, 0, 0, 0, 0, 0]
    }
}
