import Foundation

/// A JSON value of which nobody knows the shape: what is absent or of another kind is nothing, and never an error.
struct JSON {
    private let value: Any?

    private init(value: Any?) { self.value = value is NSNull ? nil : value }

    /// - Throws: `Refusal.unreadable`.
    init(_ bytes: Data) throws(Refusal) {
        guard let value = try? JSONSerialization.jsonObject(with: bytes, options: [.fragmentsAllowed]) else {
            throw .unreadable("item")
        }
        self.init(value: value)
    }

    static var nothing: JSON { JSON(value: nil) }

    subscript(key: String) -> JSON { JSON(value: (value as? [String: Any])?[key]) }

    /// The first of several names that holds anything: providers spell terms in their own ways.
    subscript(any keys: String...) -> JSON {
        for key in keys where self[key].isThere { return self[key] }
        return JSON(value: nil)
    }

    var isThere: Bool { value != nil }
    var isObject: Bool { value is [String: Any] }
    var isList: Bool { value is [Any] }
    /// In alphabetical order, so that whoever walks them walks the same way each time.
    var keys: [String] { ((value as? [String: Any])?.keys).map { $0.sorted() } ?? [] }

    /// The elements; one alone stands for a list of one.
    var list: [JSON] {
        if let list = value as? [Any] { return list.map(JSON.init(value:)) }
        return isThere ? [self] : []
    }

    /// Words; a number is as it is written, and `{"@value": …}` is its value.
    var text: String? {
        switch value {
        case let text as String: text
        case let bool as Bool where isBool: bool ? "true" : "false"
        case let number as NSNumber: number.stringValue
        case is [String: Any]: self[any: "@value", "value"].text
        default: nil
        }
    }

    /// A number, or words that are one.
    var number: Double? {
        let number = isBool ? nil : (value as? NSNumber)?.doubleValue ?? text.flatMap { Double($0) }
        return number.flatMap { $0.isFinite ? $0 : nil }
    }

    var bool: Bool? {
        if isBool { return value as? Bool }
        return switch text?.lowercased() {
        case "true", "yes", "1": true
        case "false", "no", "0": false
        default: nil
        }
    }

    /// Foundation keeps a truth as a number too, of which only the kind of storage tells it from a 1.
    private var isBool: Bool { (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false }
}
