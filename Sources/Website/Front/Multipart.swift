import Foundation

/// A form with a file in it (RFC 7578), understood as it comes. What a part holds is passed on in pieces and never
/// gathered.
struct Multipart {
    enum Event {
        /// A part begins. `file` is the name that somebody's computer gives it; nil where it is a field.
        case part(name: String, file: String?)
        case content(Data)
        case end
    }
    private enum State { case before, headers, content, over }
    struct Unreadable: Error {}

    /// More than any form of ours, so that a body of nothing but boundaries is given up.
    private static let mostParts = 32
    private static let longestHeaders = 8_192
    private let mark: Data
    /// What was not understood yet. The first boundary may stand at the very beginning.
    private var waiting = Data("\r\n".utf8)
    private var state = State.before
    private var parts = 0

    init(boundary: String) { mark = Data("\r\n--\(boundary)".utf8) }

    mutating func read(_ piece: Data) throws(Unreadable) -> [Event] {
        waiting.append(piece)
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// - Returns: whether there may be more to understand.
    private mutating func step(_ events: inout [Event]) throws(Unreadable) -> Bool {
        switch state {
        case .before, .content:
            guard let found = waiting.range(of: mark) else {
                // What could be the beginning of a boundary waits.
                let sure = waiting.count - min(waiting.count, mark.count - 1)
                if sure > 0, state == .content { events.append(.content(Data(waiting.prefix(sure)))) }
                waiting = Data(waiting.dropFirst(sure))
                return false
            }
            // Two more bytes say whether it is the last.
            guard waiting.endIndex >= found.upperBound + 2 else { return false }
            let content = waiting[..<found.lowerBound]
            if state == .content, !content.isEmpty { events.append(.content(Data(content))) }
            waiting = Data(waiting[found.upperBound...])
            state = waiting.starts(with: Data("--".utf8)) ? .over : .headers
            if state == .over { events.append(.end) }
            return state == .headers
        case .headers:
            guard let end = waiting.range(of: Data("\r\n\r\n".utf8)) else {
                guard waiting.count < Self.longestHeaders else { throw Unreadable() }
                return false
            }
            parts += 1
            guard parts <= Self.mostParts, waiting.starts(with: Data("\r\n".utf8)) else { throw Unreadable() }
            let head = String(decoding: waiting[..<end.lowerBound], as: UTF8.self)
            events.append(.part(name: Self.value("name", in: head) ?? "", file: Self.value("filename", in: head)))
            // The boundary of an empty part begins with the line end that closes its headers.
            waiting = Data(waiting[(end.upperBound - 2)...])
            guard !waiting.starts(with: mark) else {
                state = .content
                return true
            }
            waiting = Data(waiting.dropFirst(2))
            state = .content
            return true
        case .over:
            waiting = Data()
            return false
        }
    }

    /// Browsers write `%22` for a quotation mark, others a backslash before it.
    private static func value(_ name: String, in head: String) -> String? {
        let pattern = name == "name" ? /[; ]name="((?:[^"\\]|\\.)*)"/ : /[; ]filename="((?:[^"\\]|\\.)*)"/
        return head.firstMatch(of: pattern.ignoresCase()).map { match in
            String(match.1).replacing("\\\"", with: "\"").replacing("%22", with: "\"")
        }
    }
}
