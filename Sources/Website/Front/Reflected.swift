import Mustache

/// A value whose stored properties templates read by name, as those of every struct; but found in one walk.
///
/// The library walks all of a struct's properties for each name that a template asks it for; here each is walked once,
/// when its row comes up. What is shown many times does without mirrors (`QuickNames`).
struct Reflected: MustacheParent {
    private let properties: [(name: String, value: Any)]

    init(_ value: Any) {
        properties = Mirror(reflecting: value).children.compactMap { child in child.label.map { ($0, child.value) } }
    }

    func child(named name: String) -> Any? {
        properties.first { $0.name == name }.flatMap { Self.seen($0.value) }
    }

    /// An optional that holds nothing is nothing, though `Any` can hold it.
    private static func seen(_ value: Any) -> Any? {
        // By far the most are these, and to ask a mirror what they are takes longer than to show them.
        if let text = value as? String { return text }
        if let isSo = value as? Bool { return isSo }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { seen($0.value) }
        case .collection: return (value as? [Any])?.compactMap(seen) ?? value
        // What describes itself is shown as a word.
        case .struct, .tuple:
            return value is any MustacheParent || value is any CustomStringConvertible ? value : Reflected(value)
        default: return value
        }
    }
}
