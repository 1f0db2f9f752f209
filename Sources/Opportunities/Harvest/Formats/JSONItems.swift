import Foundation

/// Cuts out the items of a JSON list, each to be read alone, so that a broken one costs only itself.
struct JSONItems: ItemCutting {
    /// Where the list stands: outermost, or under one of these keys of the outermost object.
    struct Layout {
        var keys: [String] = []
        /// The outermost object may be the one item itself.
        var isItemItself = false
    }

    private enum State { case before, within(isInObject: Bool), single, over }

    private var file: FileBytes
    private let layout: Layout
    private var state = State.before
    private var count = 0

    init(_ file: URL, named name: String, _ layout: Layout = Layout()) throws {
        self.file = try FileBytes(file, named: name)
        self.layout = layout
    }

    mutating func next() throws -> RawItem? {
        if case .before = state { try open() }
        switch state {
        case .before, .over: return nil
        case .single:
            state = .over
            count = 1
            try file.go(to: 0)
            _ = try sign()
            return try value()
        case .within(let isInObject):
            guard try sign(andCommas: true) != JSONText.closeBracket else {
                file.position += 1
                try end(isInObject)
                state = .over
                return nil
            }
            count += 1
            return try value()
        }
    }

    /// Finds the list.
    private mutating func open() throws {
        switch try sign() {
        case JSONText.openBracket:
            file.position += 1
            state = .within(isInObject: false)
        case JSONText.openBrace:
            file.position += 1
            while try sign(andCommas: true) != JSONText.closeBrace {
                let key = try key()
                if layout.keys.contains(key), try sign() == JSONText.openBracket {
                    file.position += 1
                    state = .within(isInObject: true)
                    return
                }
                try skip()
            }
            guard layout.isItemItself else {
                let keys = layout.keys.map { "“\($0)”" }.joined(separator: " or ")
                throw Unreadable("\(file.name) holds no list\(keys.isEmpty ? "" : " under \(keys)").")
            }
            state = .single
        default: throw broken
        }
    }

    /// What follows the list, to see that nothing was cut off.
    private mutating func end(_ isInObject: Bool) throws {
        guard isInObject else { return }
        while try sign(andCommas: true) != JSONText.closeBrace {
            _ = try key()
            try skip()
        }
    }

    private mutating func key() throws -> String {
        guard try sign() == JSONText.quote, let key = try value() else { throw broken }
        guard try sign() == JSONText.colon else { throw broken }
        file.position += 1
        return String(decoding: key.bytes.dropFirst().dropLast(), as: UTF8.self)
    }

    /// The next byte that says something.
    private mutating func sign(andCommas: Bool = false) throws -> UInt8 {
        while true {
            file.position = file.buffer.withUnsafeBufferPointer {
                JSONText.skipSpace(from: file.position, in: $0, andCommas: andCommas)
            }
            if file.position < file.buffer.count {
                let byte = file.buffer[file.position]
                // A byte order mark is nobody's item.
                guard byte == 0xEF, file.place == 0 else { return byte }
                file.position += 3
            } else if try !file.fill() {
                throw broken
            }
        }
    }

    private mutating func value() throws -> RawItem? {
        let range = try rangeOfValue()
        let bytes = Data(file.buffer[range])
        let start = file.offset + range.lowerBound
        file.position = range.upperBound
        return RawItem(bytes: bytes, place: "item \(count)", range: start..<start + bytes.count)
    }

    private mutating func skip() throws {
        _ = try sign()
        file.position = try rangeOfValue().upperBound
    }

    private mutating func rangeOfValue() throws -> Range<Int> {
        while true {
            let start = file.position
            let end = file.buffer.withUnsafeBufferPointer { JSONText.end(ofValueAt: start, in: $0) }
            if let end {
                guard end > start else { throw broken }
                return start..<end
            }
            guard try file.fill() else { throw broken }
        }
    }

    private var broken: Unreadable { Unreadable("\(file.name) is not JSON, or breaks off before its end.") }
}

extension JSONItems {
    static func read<Item: Decodable>(_ type: Item.Type, from item: Data) -> Result<Item, Refusal> {
        do {
            return .success(try JSONDecoder().decode(type, from: item))
        } catch let error as DecodingError {
            return .failure(.unreadable(field(of: error)))
        } catch {
            return .failure(.unreadable("item"))
        }
    }

    private static func field(of error: DecodingError) -> String {
        let path: [any CodingKey] =
            switch error {
            case .keyNotFound(let key, let context): context.codingPath + [key]
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            @unknown default: []
            }
        return path.isEmpty ? "item" : path.map(\.stringValue).joined(separator: ".")
    }
}

extension Refusal: Error {}
