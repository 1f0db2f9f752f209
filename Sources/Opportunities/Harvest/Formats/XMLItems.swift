import Foundation

/// Cuts the elements of one name out of an XML file.
///
/// A document type can name other files and make a kilobyte into gigabytes: a file with one is refused.
struct XMLItems: ItemCutting {
    private var file: FileBytes
    private let opening: [UInt8]
    private let closing: [UInt8]
    private var count = 0

    init(_ file: URL, named name: String, element: String) throws {
        self.file = try FileBytes(file, named: name)
        opening = Array("<\(element)".utf8)
        closing = Array("</\(element)>".utf8)
        guard try self.file.fill() else { throw Unreadable("\(name) holds no items, so nothing was changed.") }
        let beginning = String(decoding: self.file.buffer.prefix(4_096), as: UTF8.self)
        guard !beginning.contains("<!DOCTYPE"), !beginning.contains("<!ENTITY") else {
            throw Unreadable("\(name) holds a document type, which can name other files. It is not read.")
        }
        guard beginning.contains("<FootprintFeed") else {
            throw Unreadable("\(name) is no FPXML: it does not begin with a FootprintFeed.")
        }
        guard try hasEnd else { throw Unreadable("\(name) is not XML, or breaks off before its end.") }
    }

    private var hasEnd: Bool {
        get throws {
            let tail = try file.bytes(at: max(0, file.size - 1_024)..<file.size)
            return String(decoding: tail, as: UTF8.self).contains("</FootprintFeed>")
        }
    }

    mutating func next() throws -> RawItem? {
        if count == 0 { try file.go(to: 0) }
        guard try find(opening, isName: true) else { return nil }
        guard let end = try endOfItem() else {
            throw Unreadable("\(file.name) is not XML, or breaks off before its end.")
        }
        count += 1
        let bytes = Data(file.buffer[file.position..<end])
        let place = file.place
        file.position = end
        return RawItem(bytes: bytes, place: "item \(count)", range: place..<place + bytes.count)
    }

    /// Moves to the next place where `sign` stands.
    private mutating func find(_ sign: [UInt8], isName: Bool) throws -> Bool {
        while true {
            if let place = place(of: sign, from: file.position, isName: isName) {
                file.position = place
                return true
            }
            // What could be the beginning of it stays.
            file.position = max(file.position, file.buffer.count - sign.count - 1)
            guard try file.fill() else { return false }
        }
    }

    private mutating func endOfItem() throws -> Int? {
        while true {
            if let place = place(of: closing, from: file.position, isName: false) { return place + closing.count }
            guard try file.fill() else { return nil }
        }
    }

    /// - Parameter isName: whether the sign must end there: `<VolunteerOpportunities` is another element.
    private func place(of sign: [UInt8], from start: Int, isName: Bool) -> Int? {
        var place = start
        let bytes = file.buffer
        while place + sign.count < bytes.count + (isName ? 0 : 1) {
            if bytes[place] == sign[0], bytes[place..<place + sign.count].elementsEqual(sign) {
                let next = isName ? bytes[place + sign.count] : UInt8(ascii: ">")
                if next == UInt8(ascii: ">") || JSONText.isSpace(next) { return place }
            }
            place += 1
        }
        return nil
    }
}
