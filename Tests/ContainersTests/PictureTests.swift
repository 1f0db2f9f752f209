import Foundation
import TestSupport
import Testing

@testable import Containers

extension FileKind {
    /// What is kept of a file of this kind.
    static func kept(_ bytes: [UInt8]) throws -> [UInt8] {
        let file = FileBytes(bytes)
        guard let pieces = try of(file).cleaned(file) else { return bytes }
        return pieces.all.flatMap { piece in
            switch piece {
            case .stretch(let range): Array(bytes[range])
            case .bytes(let bytes): bytes
            }
        }
    }
}

struct PictureTests {
    static let pictures: [(FileKind, [UInt8])] = [
        (.jpeg, HandMade.jpeg()), (.png, HandMade.png()), (.gif, HandMade.gif()), (.webp, HandMade.webp()),
    ]

    @Test(arguments: pictures) func `nothing that a camera or a person wrote beside a picture is kept`(
        kind: FileKind, bytes: [UInt8]
    ) throws {
        #expect(try FileKind.of(FileBytes(bytes)) == kind)
        let kept = try FileKind.kept(bytes)
        for words in HandMade.cameraWords {
            #expect(Data(bytes).range(of: Data(words.utf8)) != nil, "the picture held \(words)")
            #expect(Data(kept).range(of: Data(words.utf8)) == nil, "\(words)")
        }
        #expect(kept.count < bytes.count)
        #expect(try FileKind.kept(kept) == kept, "cleaning again changes nothing")
    }

    @Test func `a JPEG keeps what it is drawn by, and nothing more`() throws {
        let kept = Data(try FileKind.kept(HandMade.jpeg()))
        for words in ["JFIF\0", "ICC_PROFILE\0\u{1}\u{1}colours", "Adobe"] {
            #expect(kept.range(of: Data(words.utf8)) != nil, "\(words)")
        }
        #expect(kept.range(of: Data("rgb".utf8)) == nil, "the small picture within JFIF")
        #expect(kept.range(of: Data([0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9])) != nil)
        #expect(kept.suffix(2) == Data([0xFF, 0xD9]))
    }

    @Test(arguments: [true, false], [UInt8(1), 3, 6, 8, 9]) func `which side of a JPEG is up is written anew`(
        isLittle: Bool, side: UInt8
    ) throws {
        let kept = Data(try FileKind.kept(HandMade.jpeg(sideUp: side, isLittle: isLittle)))
        let tag = Data([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, side, 0, 0])
        #expect((kept.range(of: tag) != nil) == (2...8).contains(side))
        #expect((kept.range(of: Data("Exif".utf8)) != nil) == (2...8).contains(side))
    }

    @Test(arguments: pictures) func `a picture that breaks off anywhere is refused`(kind: FileKind, bytes: [UInt8])
        throws
    {
        let whole = try FileKind.kept(bytes)
        for count in 0..<whole.count {
            #expect(throws: (any Error).self, "\(kind) cut after \(count)") {
                let cut = FileBytes(Array(whole.prefix(count)))
                _ = try kind.cleaned(cut)
            }
        }
    }

    @Test(arguments: pictures) func `a picture with any byte changed is kept or refused, and nothing else happens`(
        kind: FileKind, bytes: [UInt8]
    ) {
        for place in bytes.indices {
            for value in [0, 1, 0x7F, 0x80, 0xFE, 0xFF] as [UInt8] {
                var changed = bytes
                changed[place] = value
                guard let pieces = try? kind.cleaned(FileBytes(changed)) else { continue }
                for case .stretch(let range) in pieces.all { #expect(range.upperBound <= bytes.count) }
            }
        }
    }

    @Test func `a PNG whose sum is wrong, or that demands a part nobody knows, is refused`() {
        var wrong = HandMade.png()
        wrong[20] ^= 1
        let demanding = HandMade.png().prefix(33) + HandMade.chunk("ABCd", []) + HandMade.png().dropFirst(33)
        for bytes in [wrong, Array(demanding)] {
            #expect(throws: Malformed.self) { try PNG.cleaned(FileBytes(bytes)) }
        }
    }

    @Test func `a JPEG of nothing but comments is given up`() {
        let comments = (0..<30_000).flatMap { _ in [0xFF, 0xDB, 0, 2, 0xFF, 0xFE, 0, 2] as [UInt8] }
        #expect(throws: Malformed.self) { try JPEG.cleaned(FileBytes([0xFF, 0xD8] + comments)) }
    }
}
