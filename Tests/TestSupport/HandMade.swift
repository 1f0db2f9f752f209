package import Foundation

/// Files made byte by byte, as cameras, offices and people with bad intentions make them.
package enum HandMade {
    package static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }

    package static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    package static func big(_ value: Int, _ count: Int) -> [UInt8] { little(value, count).reversed() }
}

extension HandMade {
    /// A part of an archive, whose every claim can be false.
    package struct Part {
        package var name: [UInt8]
        package var bytes: [UInt8]
        package var method = 0
        package var flags = 0
        package var size: Int
        package var sum: Int
        package var start: Int?
        /// Whether the sizes stand in a ZIP64 field.
        package var isLarge = false

        package init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

        package init(_ name: String, _ bytes: [UInt8]) {
            (self.name, self.bytes, size, sum) = (Array(name.utf8), bytes, bytes.count, Int(crc(bytes)))
        }
    }

    package static func zip(_ parts: [Part], note: [UInt8] = [], count: Int? = nil) -> Data {
        var (archive, directory) = ([UInt8](), [UInt8]())
        for part in parts {
            let start = part.start ?? archive.count
            archive +=
                little(0x0403_4B50, 4) + little(20, 2) + little(part.flags, 2) + little(part.method, 2) + little(0, 4)
                + little(part.sum, 4) + little(part.bytes.count, 4) + little(part.size, 4)
                + little(part.name.count, 2) + little(0, 2) + part.name + part.bytes
            let large =
                part.isLarge ? little(1, 2) + little(16, 2) + little(part.size, 8) + little(part.bytes.count, 8) : []
            directory +=
                little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + little(part.flags, 2) + little(part.method, 2)
                + little(0, 4) + little(part.sum, 4)
                + little(part.isLarge ? 0xFFFF_FFFF : part.bytes.count, 4)
                + little(part.isLarge ? 0xFFFF_FFFF : part.size, 4)
                + little(part.name.count, 2) + little(large.count, 2) + little(0, 8) + little(0, 2)
                + little(start, 4) + part.name + large
        }
        let end =
            little(0x0605_4B50, 4) + little(0, 4) + little(count ?? parts.count, 2) + little(count ?? parts.count, 2)
            + little(directory.count, 4) + little(archive.count, 4) + little(note.count, 2) + note
        return Data(archive + directory + end)
    }
}

extension HandMade {
    package static let cameraWords = ["52.0907N", "Brinkworth's phone", "Wickham saw this"]

    /// A JPEG as a telephone writes it: Exif with a place and a side, XMP, a comment, a small picture, another picture
    /// after its end.
    package static func jpeg(sideUp: UInt8 = 6, isLittle: Bool = true) -> [UInt8] {
        func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
            [0xFF, marker] + big(content.count + 2, 2) + content
        }
        let number = { (value: Int, count: Int) in isLittle ? little(value, count) : big(value, count) }
        let tiff =
            Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(2, 2)
            + number(0x010F, 2) + number(2, 2) + number(18, 4) + number(38, 4)
            + number(0x0112, 2) + number(3, 2) + number(1, 4) + number(Int(sideUp), 2) + number(0, 2)
            + number(0, 4) + Array("\(cameraWords[1]) \(cameraWords[0])".utf8)
        let jfif = Array("JFIF\0".utf8) + [1, 1, 0, 0, 72, 0, 72, 1, 1] + Array("rgb".utf8)
        return [0xFF, 0xD8] + segment(0xE0, jfif) + segment(0xE1, Array("Exif\0\0".utf8) + tiff)
            + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0\(cameraWords[0])".utf8))
            + segment(0xE2, Array("ICC_PROFILE\0\u{1}\u{1}colours".utf8))
            + segment(0xED, Array("Photoshop 3.0\0\(cameraWords[2])".utf8))
            + segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1]) + segment(0xFE, Array(cameraWords[2].utf8))
            + segment(0xDB, [UInt8](repeating: 16, count: 65)) + segment(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0])
            + segment(0xC4, [0] + [UInt8](repeating: 0, count: 16)) + segment(0xDA, [1, 1, 0, 0, 63, 0])
            + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9] + [0xFF, 0xD8] + Array(cameraWords[0].utf8)
    }

    package static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        big(content.count, 4) + Array(type.utf8) + content + big(Int(crc(Array(type.utf8) + content)), 4)
    }

    /// A PNG of one pixel with all that can be written beside it.
    package static func png() -> [UInt8] {
        let words = Array(cameraWords[1].utf8)
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]) + chunk("tEXt", Array("Author\0".utf8) + words)
            + chunk("zTXt", words) + chunk("iTXt", words) + chunk("eXIf", words) + chunk("caBX", words)
            + chunk("tIME", [0x07, 0xEA, 9, 15, 12, 0, 0]) + chunk("gAMA", [0, 1, 0x86, 0xA0])
            + chunk("IDAT", [0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1]) + chunk("IEND", [])
            + Array((cameraWords[0] + cameraWords[2]).utf8)
    }

    package static func gif() -> [UInt8] {
        Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0] + [0, 0, 0, 255, 255, 255]
            + [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]
            + [0x21, 0xFE, UInt8(cameraWords[2].utf8.count)] + Array(cameraWords[2].utf8) + [0]
            + [0x21, 0xFF, 11] + Array("XMP DataXMP".utf8) + [8] + Array("52.0907N".utf8) + [0]
            + [0x21, 0xF9, 4, 0, 0, 0, 0, 0] + [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]
            + Array(cameraWords[1].utf8)
    }

    package static func webp() -> [UInt8] {
        func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
            Array(name.utf8) + little(content.count, 4) + content + (content.count % 2 == 1 ? [0] : [])
        }
        let body =
            Array("WEBP".utf8) + chunk("VP8X", [0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0]) + chunk("VP8L", [0x2F, 0, 0, 0, 0])
            + chunk("EXIF", Array(cameraWords[0].utf8)) + chunk("XMP ", Array(cameraWords[1].utf8))
        return Array("RIFF".utf8) + little(body.count, 4) + body + Array(cameraWords[2].utf8)
    }
}
