import Containers
import Foundation

/// The names that Leap2A goes by.
enum Leap {
    static let atom = "http://www.w3.org/2005/Atom"
    static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    static let terms = "http://terms.leapspecs.org/"
    static let categories = "http://wiki.leapspecs.org/2A/categories/"
    static let xhtml = "http://www.w3.org/1999/xhtml"
    /// What ids in the archive are relative to. The archive names no site: it is read where it is taken.
    static let base = "urn:riffle:learning-space:"

    /// RFC 3339, from a time as it is stored or from a day.
    static func time(_ stored: String) -> String {
        stored.count == 10 ? stored + "T00:00:00Z" : stored.replacing(" ", with: "T") + "Z"
    }

    /// As it is stored; nil where it is no time.
    static func stamp(_ time: String) -> String? {
        let fractional = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        let date = (try? Date(time, strategy: .iso8601)) ?? (try? Date(time, strategy: fractional))
        return date.map(Stamp.text(of:))
    }

    static func date(_ point: String, _ day: String) -> String {
        "<leap2:date leap2:point=\"\(point)\">\(day)</leap2:date>\n"
    }

    /// What stands behind the last mark of a name in any spelling: `leap2:entry`, `leaptype:entry`, a whole address.
    static func local(_ name: String) -> String {
        name.split(whereSeparator: { ":/#".contains($0) }).last.map(String.init) ?? name
    }

    /// Of the version of 2010 and of 2009, and of a page of the first in an archive of the web.
    static func isTerms(_ namespace: String) -> Bool {
        namespace.hasSuffix("terms.leapspecs.org/") || namespace.hasSuffix("Leap2A_predicates#")
    }
}

enum XML {
    /// Without the characters that no XML may hold.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in legal(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            // Written so that it is not read as a space.
            case "\r": escaped += "&#13;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    static func legal(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { scalar in
                    scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                        || ["\t", "\n", "\r"].contains(scalar)
                }))
    }
}

enum FileTypes {
    static func mediaType(of kind: String) -> String {
        let type = FileKind(rawValue: kind)?.mediaType ?? "application/octet-stream"
        return type.split(separator: ";").first.map(String.init) ?? type
    }
}
