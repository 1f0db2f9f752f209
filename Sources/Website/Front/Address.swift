import Foundation

/// Addresses of this site.
enum Address {
    /// As one value within a query.
    static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-._~")))
            ?? ""
    }

    /// A path of this site to go on to, or another: never a page elsewhere.
    static func local(_ path: String, or other: String = "/") -> String {
        let isLocal = path.hasPrefix("/") && !path.hasPrefix("//") && !path.contains("\\")
        return isLocal && path.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F } ? path : other
    }

    /// The same page with other parameters.
    static func with(_ parameters: [(String, String)], at path: String) -> String {
        let query = parameters.filter { !$0.1.isEmpty }.map { "\(escaped($0.0))=\(escaped($0.1))" }
        return query.isEmpty ? path : path + "?" + query.joined(separator: "&")
    }
}
