import Foundation

/// The items of a JSON list, each to be read alone, so that a broken one costs only itself.
struct JSONItems {
    /// Each item as JSON of its own.
    let items: [Data]

    /// - Parameter key: where in the outermost object the list stands; nil when the list is outermost.
    /// - Throws: `Unreadable` with a sentence about the file.
    init(file: URL, under key: String? = nil) throws {
        let name = file.lastPathComponent
        guard let data = try? Data(contentsOf: file) else { throw Unreadable("\(name) cannot be opened.") }
        guard let whole = try? JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed]) else {
            throw Unreadable("\(name) is not JSON, or breaks off before its end.")
        }
        let inner: Any? = if let key { (whole as? [String: Any])?[key] } else { whole }
        guard let list = inner as? [Any] else {
            throw Unreadable("\(name) holds no list\(key.map { " under “\($0)”" } ?? "").")
        }
        items = list.map { (try? JSONSerialization.data(withJSONObject: $0, options: [.fragmentsAllowed])) ?? Data() }
    }

    struct Unreadable: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }

    static func read<Item: Decodable>(_ type: Item.Type, from item: Data) -> Result<Item, Refusal> {
        do {
            return .success(try JSONDecoder().decode(type, from: item))
        } catch let error as DecodingError {
            return .failure(.unreadable(field(of: error)))
        } catch {
            return .failure(.unreadable("item"))
        }
    }

    private static func field(of error: DecodingError) -> String {
        let path: [any CodingKey] =
            switch error {
            case .keyNotFound(let key, let context): context.codingPath + [key]
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            @unknown default: []
            }
        return path.isEmpty ? "item" : path.map(\.stringValue).joined(separator: ".")
    }
}

extension Refusal: Error {}
