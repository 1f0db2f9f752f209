import Foundation

/// A piece of XML: an element with what stands in it.
final class LeapNode {
    let name: String
    let namespace: String
    let attributes: [String: String]
    private(set) var children: [Child] = []

    enum Child {
        case element(LeapNode)
        case text(String)
    }

    init(_ name: String, _ namespace: String, _ attributes: [String: String]) {
        (self.name, self.namespace, self.attributes) = (name, namespace, attributes)
    }

    func add(_ child: Child) { children.append(child) }

    var elements: [LeapNode] {
        children.compactMap { if case .element(let node) = $0 { node } else { nil } }
    }

    /// An attribute by the name behind its prefix.
    func attribute(_ name: String) -> String? {
        attributes[name] ?? attributes.keys.sorted().first { $0.hasSuffix(":" + name) }.flatMap { attributes[$0] }
    }

    func has(class name: String) -> Bool { classes.contains(name) }
    var classes: [String] { (attributes["class"] ?? "").split(separator: " ").map(String.init) }

    /// All words as they stand, lines where they break.
    var exactText: String {
        children.map { child in
            switch child {
            case .text(let text): text
            case .element(let node): node.name == "br" ? "\n" : node.exactText
            }
        }.joined()
    }
}

/// One item of a portfolio, as its entry states it.
struct LeapEntry {
    struct Link {
        let relation: String
        let href: String
        let order: Int?
    }
    var id = ""
    var title = ""
    var type = "entry"
    var updated: String?
    var published: String?
    /// The words in it, whatever they were marked up with.
    var words = ""
    /// What Riffle wrote, to be read part by part; nil of others.
    var own: LeapNode?
    var dates: [String: String] = [:]
    var isCompleted = false
    var tags: [String] = []
    var links: [Link] = []
    /// Where in the archive its file is.
    var enclosure: String?

    init(_ node: LeapNode) {
        var summary = ""
        for element in node.elements {
            let text = { LeapText.line(element.exactText) }
            switch (element.namespace == Leap.atom, element.name) {
            case (true, "id"): id = text()
            case (true, "title"): title = text()
            case (true, "updated"): updated = Leap.stamp(text())
            case (true, "published"): published = Leap.stamp(text())
            case (true, "summary"): summary = LeapText.words(of: element)
            case (true, "content"):
                words = LeapText.words(of: element)
                own = element.elements.first { $0.has(class: "riffle") }
                // The version of 2009 points to a file from here.
                if let source = element.attributes["src"] { enclosure = source }
            case (true, "link"): add(element)
            case (true, "category"):
                let (term, scheme) = (element.attributes["term"] ?? "", element.attributes["scheme"] ?? "")
                if scheme.isEmpty { tags.append(element.attributes["label"] ?? term) }
            case (false, "type") where element.namespace == Leap.rdf:
                type = Leap.local(element.attribute("resource") ?? "entry")
            case (false, "date") where Leap.isTerms(element.namespace):
                dates[element.attribute("point") ?? ""] = String(text().prefix(10))
            case (false, "status") where Leap.isTerms(element.namespace):
                isCompleted = [element.attribute("stage") ?? "", text()].contains { Leap.local($0) == "completed" }
            default: break
            }
        }
        if words.isEmpty { words = summary }
    }

    private mutating func add(_ link: LeapNode) {
        guard let relation = link.attributes["rel"], let href = link.attributes["href"] else { return }
        if relation == "enclosure" {
            enclosure = href
        } else {
            links.append(
                Link(
                    relation: Leap.local(relation), href: href,
                    order: link.attribute("display_order").flatMap { Int($0) }))
        }
    }
}
