import Foundation

extension String {
    /// Without e-mail addresses and phone numbers: whoever applies reads them in the advert, nobody searches by them.
    ///
    /// Each pattern is tried only on the piece that could hold one, since neither leaves it: over whole texts they take as
    /// long as all else that is read of an advert.
    var withoutContacts: String {
        var text = self
        if utf8.contains(UInt8(ascii: "@")) {
            text = text.replacing(Self.email, inPiecesOf: { $0 > 0x20 }) { $0.contains(UInt8(ascii: "@")) }
        }
        if text.mayHoldPhone {
            text = text.replacing(Self.phone, inPiecesOf: Self.isPartOfPhone) { piece in
                piece.count(where: Self.isDigit) >= 9
            }
        }
        return text
    }

    /// - Parameters:
    ///   - isPart: whether a byte may be part of what the pattern finds; where others stand, it finds nothing.
    ///   - mayHold: whether it is worth while to try.
    private func replacing(
        _ pattern: Regex<Substring>, inPiecesOf isPart: (UInt8) -> Bool,
        where mayHold: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool
    ) -> String {
        var text = self
        return text.withUTF8 { bytes in
            var result: [UInt8] = []
            var place = 0
            while place < bytes.count {
                let end = bytes[place...].firstIndex { isPart($0) != isPart(bytes[place]) } ?? bytes.count
                let piece = bytes[place..<end]
                if isPart(bytes[place]), mayHold(piece) {
                    // What stands around it tells where a word begins and ends.
                    let (before, after) = (Self.sign(at: place - 3, in: bytes), Self.sign(at: end + 3, in: bytes))
                    let around = String(decoding: bytes[before..<after], as: UTF8.self).replacing(pattern, with: "")
                    result += Array(around.utf8).dropFirst(place - before).dropLast(after - end)
                } else {
                    result += piece
                }
                place = end
            }
            return String(decoding: result, as: UTF8.self)
        }
    }

    /// Where the sign begins that a place lies in.
    private static func sign(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var place = Swift.min(Swift.max(0, place), bytes.count)
        while place > 0, place < bytes.count, bytes[place] & 0xC0 == 0x80 { place -= 1 }
        return place
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Beyond ASCII there are spaces too.
    private static func isPartOfPhone(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte >= 0x80 || byte == 0x20 || (0x09...0x0D).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "+")
    }

    /// Whether anywhere from a 0 or a + on there are nine digits with at most two other bytes between two of them.
    private var mayHoldPhone: Bool {
        var (digits, gap) = (0, 0)
        for byte in utf8 {
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                if digits > 0 || byte == UInt8(ascii: "0") { digits += 1 }
                gap = 0
                if digits >= 9 { return true }
            } else if byte == UInt8(ascii: "+") {
                (digits, gap) = (1, 0)
            } else {
                gap += 1
                if gap > 2 { digits = 0 }
            }
        }
        return false
    }

    // As in `Terms`: they hold no closures, and matching changes nothing in them.
    nonisolated(unsafe) private static let email =
        /[\p{L}\p{N}._%+\-]{1,64}@[\p{L}\p{N}.\-]{1,253}\.\p{L}{2,24}/
    nonisolated(unsafe) private static let phone = /(?:\+44\s?|\(?\b0)(?:[0-9][\s\-()]{0,2}){8,10}[0-9]?\b/
}
