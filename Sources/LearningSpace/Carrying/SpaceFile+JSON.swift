package import Foundation
package import Storage

extension SpaceFile: Decodable {
    private enum Key: String, CodingKey {
        case format, reflections, goals, activities, responsibilities, files, unsaved, groups
    }

    package init(from decoder: any Decoder) throws {
        let file = try decoder.container(keyedBy: Key.self)
        guard try file.decode(String.self, forKey: .format) == Self.format else { throw CocoaError(.coderReadCorrupt) }
        func items<Item: Decodable>(_ key: Key, _ type: Item.Type) throws -> [Item] {
            let read = try file.decodeIfPresent([Perhaps<Item>].self, forKey: key) ?? []
            unreadable += read.count { $0.item == nil }
            return read.compactMap(\.item)
        }
        reflections = try items(.reflections, ReflectionItem.self)
        goals = try items(.goals, GoalItem.self)
        activities = try items(.activities, ActivityItem.self)
        responsibilities = try items(.responsibilities, String.self)
        files = try items(.files, FileItem.self)
        unsaved = try items(.unsaved, UnsavedItem.self)
        groups = try items(.groups, GroupItem.self)
    }

    /// - Throws: `Invalid` with a sentence where it is not such a file.
    package init(json: Data) throws(Invalid) {
        guard json.count <= Self.mostBytes else {
            throw Invalid(
                "file", "The file is larger than \(Self.mostBytes >> 20) megabytes, which no export of ours is.")
        }
        guard let file = try? JSONDecoder().decode(SpaceFile.self, from: json) else {
            throw Invalid("file", "Choose a file that was exported from a learning space: this is none.")
        }
        self = file
    }

    /// One broken item does not lose the others.
    private struct Perhaps<Item: Decodable>: Decodable {
        let item: Item?
        init(from decoder: any Decoder) throws { item = try? Item(from: decoder) }
    }
}
