import Foundation

/// A JSON value of which nobody knows the shape: what is absent or of another kind is nothing, and never an error.
///
/// Read by `JSONParser`: to ask Foundation's dictionaries for each of an advert's terms took most of a harvest's time.
struct JSON: Sendable {
    enum Value: Sendable {
        case nothing
        case text(String)
        /// As it is written.
        case number(String)
        case truth(Bool)
        case list([JSON])
        case object([(key: String, value: JSON)])
    }
    private let value: Value

    init(_ value: Value) { self.value = value }

    /// - Throws: `Refusal.unreadable`.
    init(_ bytes: Data) throws(Refusal) {
        guard let json = bytes.withUnsafeBytes({ JSONParser.value(of: $0.bindMemory(to: UInt8.self)) }) else {
            throw .unreadable("item")
        }
        self = json
    }

    static let nothing = JSON(.nothing)

    subscript(key: String) -> JSON {
        guard case .object(let members) = value else { return .nothing }
        return members.first { $0.key == key }?.value ?? .nothing
    }

    /// The first of several names that holds anything: providers spell terms in their own ways.
    subscript(any keys: String...) -> JSON {
        for key in keys {
            let found = self[key]
            if found.isThere { return found }
        }
        return .nothing
    }

    var isThere: Bool { if case .nothing = value { false } else { true } }
    var isObject: Bool { if case .object = value { true } else { false } }
    var isList: Bool { if case .list = value { true } else { false } }
    /// In alphabetical order, so that whoever walks them walks the same way each time.
    var keys: [String] { if case .object(let members) = value { members.map(\.key).sorted() } else { [] } }

    /// The elements; one alone stands for a list of one.
    var list: [JSON] {
        if case .list(let list) = value { return list }
        return isThere ? [self] : []
    }

    /// Words; a number is as people write it, and `{"@value": …}` is its value.
    var text: String? {
        switch value {
        case .text(let text): text
        case .truth(let truth): truth ? "true" : "false"
        case .number(let written): Self.plain(written)
        case .object: self[any: "@value", "value"].text
        case .nothing, .list: nil
        }
    }

    /// `12.0` as 12, `1e3` as 1000.
    private static func plain(_ written: String) -> String {
        guard written.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }),
            let number = Double(written)
        else { return written }
        return number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    }

    /// A number, or words that are one.
    var number: Double? {
        let number: Double? =
            switch value {
            case .number(let written): Double(written)
            case .truth: nil
            default: text.flatMap { Double($0) }
            }
        return number.flatMap { $0.isFinite ? $0 : nil }
    }

    var bool: Bool? {
        if case .truth(let truth) = value { return truth }
        return switch text?.lowercased() {
        case "true", "yes", "1": true
        case "false", "no", "0": false
        default: nil
        }
    }
}
