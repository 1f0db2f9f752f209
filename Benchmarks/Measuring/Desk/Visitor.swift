import Foundation

/// Somebody who visits pages, and how long each took them, from sending to the last byte.
struct Visitor {
    private let connection: Connection
    private let pause: Double
    var chance: DeskChance
    private(set) var times: [String: [Double]] = [:]

    /// - Parameter pause: seconds between the answer to one request and the next, on average.
    init(_ connection: Connection, pause: Double, seed: Int) {
        self.connection = connection
        self.pause = pause
        chance = DeskChance(seed: seed)
    }

    mutating func open(_ path: String, _ page: String) throws -> Connection.Answer {
        try timed(page) { try $0.get(path) }
    }

    /// Sends a form, and follows where it leads as browsers do.
    /// - Returns: whether it was accepted.
    mutating func send(_ path: String, _ page: String, _ fields: [(String, String)]) throws -> Bool {
        let answer = try timed(page) { try $0.post(path, fields) }
        guard answer.status == 303, let next = answer.location else { return false }
        let isItem = next.hasPrefix("/desk/")
        _ = try timed(isItem ? "/desk/{id}" : "/desk", paused: false) { try $0.get(next) }
        return true
    }

    private mutating func timed(
        _ page: String, paused: Bool = true, _ visit: (Connection) throws -> Connection.Answer
    ) throws -> Connection.Answer {
        if paused, pause > 0 { Thread.sleep(forTimeInterval: Double.random(in: 0.5..<1.5, using: &chance) * pause) }
        let clock = ContinuousClock()
        let start = clock.now
        let answer = try visit(connection)
        times[page, default: []].append((clock.now - start) / .milliseconds(1))
        guard answer.status < 500 else { throw Failed(page: page, status: answer.status) }
        return answer
    }

    struct Failed: Error {
        let page: String
        let status: Int
    }
}

extension Connection.Answer {
    /// What stands between the two, wherever they do.
    func all(between start: String, and end: String, atMost most: Int = .max) -> [String] {
        let (start, end) = (Array(start.utf8), Array(end.utf8))
        return body.withUnsafeBytes { body in
            var (found, rest): ([String], Slice<UnsafeRawBufferPointer>) = ([], body[...])
            while found.count < most, let opening = Self.place(of: start, in: rest),
                let closing = Self.place(of: end, in: rest[(opening + start.count)...])
            {
                found.append(String(decoding: rest[(opening + start.count)..<closing], as: UTF8.self))
                rest = rest[closing...]
            }
            return found
        }
    }

    /// By hand: Foundation's own search took as long over a page as the server, on the same cores.
    private static func place(of words: [UInt8], in bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
        guard let first = words.first else { return nil }
        var rest = bytes
        while let place = rest.firstIndex(of: first) {
            if rest[place...].starts(with: words) { return place }
            rest = rest[(place + 1)...]
        }
        return nil
    }
}
