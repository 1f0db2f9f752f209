import Foundation

/// A node of schema.org's vocabulary in a page, whatever way it is written: with or without `schema:` before its terms,
/// `http` or `https`, nested or referred to by its `@id`.
struct PageNode {
    private let json: JSON
    private let others: [String: JSON]

    init(_ json: JSON, among others: [String: JSON]) {
        self.json = json["@id"].text.flatMap { json.keys.count == 1 ? others[$0] : nil } ?? json
        self.others = others
    }

    /// Without the vocabulary's own name.
    var types: [String] { json["@type"].list.compactMap(\.text).map(Self.plain) }
    var id: String? { json["@id"].text }
    var text: String? { json.text }
    var number: Double? { json.number }

    subscript(name: String) -> PageNode { all(name).first ?? PageNode(JSON.nothing, among: [:]) }

    /// The first that says anything.
    func text(_ names: String...) -> String? {
        for name in names {
            if let text = self[name].text.map({ AdvertText($0).text }), !text.isEmpty { return text }
        }
        return nil
    }

    func all(_ name: String) -> [PageNode] {
        let value = json[any: name, "schema:\(name)", "http://schema.org/\(name)", "https://schema.org/\(name)"]
        return value.list.map { PageNode($0, among: others) }
    }

    /// A term's own name: of `https://schema.org/EventCancelled` it is `EventCancelled`.
    static func plain(_ name: String) -> String {
        name.split(whereSeparator: { $0 == "/" || $0 == "#" || $0 == ":" }).last.map(String.init) ?? name
    }
}

extension PageNode {
    /// Everything in a page's JSON-LD that has a type, once each: lists, `@graph` and nested nodes alike.
    /// - Returns: nil where the page has none.
    static func nodes(of page: String) -> [PageNode]? {
        let scripts = page.matches(
            of: /<script\b[^>]*\btype\s*=\s*["']?application\/ld\+json\b[^>]*>(.*?)<\/script\s*>/.ignoresCase()
                .dotMatchesNewlines())
        guard !scripts.isEmpty else { return nil }
        var found: [JSON] = []
        for script in scripts {
            let text = script.1.replacing("<!--", with: "").replacing("-->", with: "")
                .replacing("<![CDATA[", with: "").replacing("]]>", with: "")
            if let json = try? JSON(Data(text.utf8)) { collect(json, into: &found, depth: 0) }
        }
        let named = found.compactMap { json in json["@id"].text.map { ($0, json) } }
        let others = Dictionary(named, uniquingKeysWith: { first, _ in first })
        return found.map { PageNode($0, among: others) }
    }

    private static func collect(_ json: JSON, into found: inout [JSON], depth: Int) {
        guard depth < 20 else { return }
        if json.isObject {
            if json["@type"].isThere { found.append(json) }
            for key in json.keys where key != "@context" { collect(json[key], into: &found, depth: depth + 1) }
        } else {
            for element in json.list where element.isObject || element.isList {
                collect(element, into: &found, depth: depth + 1)
            }
        }
    }
}
