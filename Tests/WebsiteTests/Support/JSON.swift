import Foundation

/// A JSON value as it was sent.
indirect enum JSON: Decodable, Equatable, Sendable {
    case null, bool(Bool), number(Double), text(String), list([JSON]), object([String: JSON])

    init(_ data: Data) throws { self = try JSONDecoder().decode(JSON.self, from: data) }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([JSON].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSON].self))
        }
    }

    subscript(key: String) -> JSON? { if case .object(let all) = self { all[key] } else { nil } }
    subscript(index: Int) -> JSON? { list.indices.contains(index) ? list[index] : nil }
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var list: [JSON] { if case .list(let list) = self { list } else { [] } }
    var keys: Set<String> { if case .object(let all) = self { Set(all.keys) } else { [] } }
}

/// The part of JSON Schema that the description of our API uses.
struct JSONSchema {
    /// The whole document, for references.
    let document: JSON

    /// Everything in which a value is not as its schema says; empty where it is.
    func problems(of value: JSON, _ schema: JSON, at path: String = "$") -> [String] {
        if let reference = schema["$ref"]?.text {
            let target = reference.split(separator: "/").dropFirst().reduce(Optional(document)) { $0?[String($1)] }
            return target.map { problems(of: value, $0, at: path) } ?? ["\(path): no \(reference)"]
        }
        if let several = schema["oneOf"]?.list {
            let all = several.map { problems(of: value, $0, at: path) }
            return all.contains([]) ? [] : all.flatMap(\.self)
        }
        var found: [String] = []
        switch (schema["type"]?.text, value) {
        case ("object", .object):
            let known = schema["properties"]?.keys ?? []
            let needed = Set(schema["required"]?.list.compactMap(\.text) ?? [])
            found += needed.subtracting(value.keys).map { "\(path) lacks \($0)" }
            found += value.keys.subtracting(known).map { "\(path) has \($0), which the schema does not know" }
            for key in known.intersection(value.keys) {
                guard let part = value[key], let schema = schema["properties"]?[key] else { continue }
                found += problems(of: part, schema, at: "\(path).\(key)")
            }
        case ("array", .list(let items)):
            for (place, item) in items.enumerated() {
                found += problems(of: item, schema["items"] ?? .null, at: "\(path)[\(place)]")
            }
        case ("string", .text), ("boolean", .bool), ("number", .number): break
        case ("integer", .number(let number)) where number == number.rounded(): break
        default: found.append("\(path) is no \(schema["type"]?.text ?? "known type")")
        }
        if let allowed = schema["enum"]?.list, !allowed.contains(value) { found.append("\(path) is none of the enum") }
        return found
    }
}
