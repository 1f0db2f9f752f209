import Foundation
import FoundationXML
import Storage

/// Reads Leap2A as Riffle, Mahara and others write it, one entry after the other.
///
/// The parser is libxml2's, by way of Foundation: nothing outside of the text is asked for, and a text that declares a
/// document type or entities of its own is refused before it sees it, so that none can be made to grow.
enum LeapReader {
    /// An entry is read as a tree; all of them are kept as texts.
    private static let mostBytes = 64 << 20

    /// - Returns: the space, and where in the archive each file's bytes are, by the file's number.
    /// - Throws: `Invalid` where it cannot be read.
    static func read(_ data: Data) throws(Invalid) -> (space: SpaceFile, paths: [Int: String]) {
        guard data.count <= mostBytes else {
            throw Invalid("file", "The Leap2A list is larger than \(mostBytes.inMegabytes), which is too much to read.")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Invalid("file", "The Leap2A list is not written in UTF-8: export it again.")
        }
        guard !["<!DOCTYPE", "<!ENTITY"].contains(where: { data.range(of: Data($0.utf8)) != nil }) else {
            throw Invalid("file", "The Leap2A list declares a document type, which no portfolio needs: it is not read.")
        }
        // Characters that no XML may hold are written by some all the same, as they are or as numbers.
        let hasNumbers = data.range(of: Data("&#".utf8)) != nil
        let legal =
            !hasNumbers
            ? XML.legal(text)
            : XML.legal(text).replacing(/&#(x[0-9A-Fa-f]+|[0-9]+);/) { match in
                let digits = match.1
                let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
                let scalar = value.flatMap(Unicode.Scalar.init).map { XML.legal(String(Character($0))) } ?? ""
                return scalar.isEmpty ? "" : String(match.0)
            }
        let parser = XMLParser(data: Data(legal.utf8))
        let feed = LeapFeed()
        parser.delegate = feed
        parser.shouldProcessNamespaces = true
        parser.shouldReportNamespacePrefixes = true
        parser.shouldResolveExternalEntities = false
        // The parser reports no error where the text ends too early.
        let isWhole = parser.parse() && feed.isClosed
        guard feed.isFeed, isWhole || !feed.entries.isEmpty else {
            throw Invalid("file", "The Leap2A list cannot be read: it is no Atom feed, or broken from its beginning.")
        }
        var (space, paths) = LeapSpace(feed.entries, base: feed.base).made
        if !isWhole { space.unreadable += 1 }
        return (space, paths)
    }
}

/// The entries of a feed, as the parser comes by them.
private final class LeapFeed: NSObject, XMLParserDelegate {
    private(set) var entries: [LeapEntry] = []
    private(set) var isFeed = false
    private(set) var isClosed = false
    /// What `portfolio:` stands for.
    private(set) var base = ""
    private var open: [LeapNode] = []
    private var depth = 0

    func parser(_ parser: XMLParser, didStartMappingPrefix prefix: String, toURI namespaceURI: String) {
        if prefix == "portfolio" { base = namespaceURI }
    }

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName qName: String?,
        attributes attributeDict: [String: String]
    ) {
        depth += 1
        if depth == 1 { isFeed = elementName == "feed" && namespaceURI == Leap.atom }
        guard isFeed else { return parser.abortParsing() }
        guard !open.isEmpty || (depth == 2 && elementName == "entry" && namespaceURI == Leap.atom) else { return }
        let node = LeapNode(elementName, namespaceURI ?? "", attributeDict)
        open.last?.add(.element(node))
        open.append(node)
    }

    func parser(
        _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName qName: String?
    ) {
        depth -= 1
        isClosed = depth == 0
        guard let node = open.popLast(), open.isEmpty else { return }
        entries.append(LeapEntry(node))
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { open.last?.add(.text(string)) }

    func parser(_ parser: XMLParser, foundCDATA CDATABlock: Data) {
        open.last?.add(.text(String(decoding: CDATABlock, as: UTF8.self)))
    }
}
