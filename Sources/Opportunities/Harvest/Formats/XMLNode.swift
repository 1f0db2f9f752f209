import Foundation

/// An element of XML with what is in it, read without any entity but the five that every document has.
struct XMLNode {
    let name: String
    private(set) var children: [XMLNode] = []
    private(set) var text = ""

    private init(name: String) { self.name = name }

    /// - Throws: `Refusal.unreadable` where elements do not close in their order.
    init(_ bytes: Data) throws(Refusal) {
        var open: [XMLNode] = []
        var rest = Substring(decoding: bytes, as: UTF8.self)
        while let sign = rest.firstIndex(of: "<") {
            if !open.isEmpty { open[open.count - 1].text += Self.withEntitiesRead(rest[..<sign]) }
            rest = rest[sign...]
            if rest.hasPrefix("<!--") {
                rest = try Self.after("-->", rest)
            } else if rest.hasPrefix("<![CDATA[") {
                let content = rest.dropFirst(9)
                rest = try Self.after("]]>", content)
                if !open.isEmpty { open[open.count - 1].text += content[..<rest.startIndex].dropLast(3) }
            } else if rest.hasPrefix("<?") {
                rest = try Self.after("?>", rest)
            } else if rest.hasPrefix("</") {
                let name = rest.dropFirst(2).prefix { $0 != ">" }.split(whereSeparator: \.isWhitespace).first ?? ""
                guard let node = open.popLast(), node.name == name else { throw .unreadable(String(name.prefix(40))) }
                rest = try Self.after(">", rest)
                if open.isEmpty {
                    self = node
                    return
                }
                open[open.count - 1].children.append(node)
            } else {
                let tag = rest.dropFirst().prefix { $0 != ">" }
                guard open.count < 50, let name = tag.split(whereSeparator: { $0.isWhitespace || $0 == "/" }).first
                else { throw .unreadable("element") }
                rest = try Self.after(">", rest)
                open.append(XMLNode(name: String(name)))
                if tag.hasSuffix("/"), let node = open.popLast(), !open.isEmpty {
                    open[open.count - 1].children.append(node)
                }
            }
        }
        throw .unreadable(open.last?.name ?? "element")
    }

    func all(_ name: String) -> [XMLNode] { children.filter { $0.name == name } }

    subscript(name: String) -> XMLNode? { children.first { $0.name == name } }

    /// The words of the first child of this name; nil where they are none.
    func text(_ name: String) -> String? {
        self[name].map { AdvertText($0.text).text }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func after(_ sign: String, _ rest: Substring) throws(Refusal) -> Substring {
        guard let range = rest.firstRange(of: sign) else { throw .unreadable("element") }
        return rest[range.upperBound...]
    }

    private static func withEntitiesRead(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&apos;", with: "'").replacing("&amp;", with: "&")
    }
}
