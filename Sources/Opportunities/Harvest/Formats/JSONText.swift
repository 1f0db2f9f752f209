import Foundation

/// Where values begin and end in JSON, found without understanding them.
///
/// So a list of a million items is cut up with the memory of one, and an item that is broken inside costs only itself.
enum JSONText {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Just past the value that begins at `start`; nil where the bytes end before it is over.
    ///
    /// A number or a word needs the sign after it to be over. What begins with none of JSON's signs is `start` itself.
    static func end(ofValueAt start: Int, in bytes: Bytes) -> Int? {
        guard start < bytes.count else { return nil }
        switch bytes[start] {
        case quote: return end(ofStringAt: start, in: bytes)
        case openBrace, openBracket: return end(ofNestAt: start, in: bytes)
        default:
            var place = start
            while place < bytes.count, !isDelimiter(bytes[place]) { place += 1 }
            return place < bytes.count ? place : nil
        }
    }

    private static func end(ofNestAt start: Int, in bytes: Bytes) -> Int? {
        var depth = 0
        var place = start
        while place < bytes.count {
            switch bytes[place] {
            case quote:
                guard let end = end(ofStringAt: place, in: bytes) else { return nil }
                place = end
                continue
            case openBrace, openBracket: depth += 1
            case closeBrace, closeBracket:
                depth -= 1
                if depth == 0 { return place + 1 }
            default: break
            }
            place += 1
        }
        return nil
    }

    private static func end(ofStringAt start: Int, in bytes: Bytes) -> Int? {
        var place = start + 1
        while place < bytes.count {
            switch bytes[place] {
            case backslash: place += 2
            case quote: return place + 1
            default: place += 1
            }
        }
        return nil
    }

    /// The first place from `start` on that is no space and none of the signs between values.
    static func skipSpace(from start: Int, in bytes: Bytes, andCommas: Bool = false) -> Int {
        var place = start
        while place < bytes.count, isSpace(bytes[place]) || andCommas && bytes[place] == comma { place += 1 }
        return place
    }

    /// The members of the object that `bytes` are, in their order; nil where they are none.
    static func members(of bytes: Bytes) -> [(key: Substring, value: Range<Int>)]? {
        var place = skipSpace(from: 0, in: bytes)
        guard place < bytes.count, bytes[place] == openBrace else { return nil }
        place += 1
        var members: [(Substring, Range<Int>)] = []
        while true {
            place = skipSpace(from: place, in: bytes, andCommas: true)
            guard place < bytes.count else { return nil }
            if bytes[place] == closeBrace { return members }
            guard bytes[place] == quote, let keyEnd = end(ofStringAt: place, in: bytes) else { return nil }
            let key = Substring(decoding: bytes[place + 1..<keyEnd - 1], as: UTF8.self)
            place = skipSpace(from: keyEnd, in: bytes)
            guard place < bytes.count, bytes[place] == colon else { return nil }
            place = skipSpace(from: place + 1, in: bytes)
            guard let end = end(ofValueAt: place, in: bytes), end > place else { return nil }
            members.append((key, place..<end))
            place = end
        }
    }

    /// The elements of the list that stands at `range`; nil where none does.
    static func elements(at range: Range<Int>, in bytes: Bytes) -> [Range<Int>]? {
        var place = range.lowerBound
        guard bytes[place] == openBracket else { return nil }
        place += 1
        var elements: [Range<Int>] = []
        while true {
            place = skipSpace(from: place, in: bytes, andCommas: true)
            guard place < range.upperBound else { return nil }
            if bytes[place] == closeBracket { return elements }
            guard let end = end(ofValueAt: place, in: bytes), end > place else { return nil }
            elements.append(place..<end)
            place = end
        }
    }

    /// A string without escapes or a whole number, as nearly all ids and states are written; nil for anything else, which
    /// is read the long way.
    static func plain(_ value: Data) -> String? {
        guard let first = value.first else { return nil }
        if first == quote, value.count >= 2 {
            let content = value.dropFirst().dropLast()
            guard !content.contains(where: { $0 == backslash || $0 < 0x20 }) else { return nil }
            return String(validating: content, as: UTF8.self)
        }
        guard value.count <= 15, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(first),
            value.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return String(validating: value, as: UTF8.self)
    }

    static let quote = UInt8(ascii: "\"")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let comma = UInt8(ascii: ",")
    static let colon = UInt8(ascii: ":")
    static let backslash = UInt8(ascii: "\\")

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        byte == comma || byte == closeBrace || byte == closeBracket || byte == colon || isSpace(byte)
    }
}
