package import Foundation

extension SpaceFile {
    /// The same bytes for the same space.
    package func json() throws -> Data {
        var json = Data()
        try writeJSON { json += $0 }
        return json
    }

    /// An item at a time: encoding all of a large space at once takes ten times the memory of its words.
    func writeJSON(_ put: (Data) throws -> Void) throws {
        try put(Data("{\n".utf8))
        try Self.write(activities, as: "activities", put)
        if !files.isEmpty { try Self.write(files, as: "files", put) }
        try put(Data("  \"format\" : \"\(Self.format)\",\n".utf8))
        try Self.write(goals, as: "goals", put)
        if !groups.isEmpty { try Self.write(groups, as: "groups", put) }
        try Self.write(reflections, as: "reflections", put)
        if !unsaved.isEmpty { try Self.write(unsaved, as: "unsaved", put) }
        try Self.write(responsibilities, as: "responsibilities", isLast: true, put)
        try put(Data("}".utf8))
    }

    private static func write(
        _ items: [some Encodable], as name: String, isLast: Bool = false, _ put: (Data) throws -> Void
    ) throws {
        try put(Data("  \"\(name)\" : [\n".utf8))
        for (place, item) in items.enumerated() {
            // No line ends within a text: they are escaped there.
            let lines = try encoder.encode(item).split(separator: UInt8(ascii: "\n"))
            let isLastItem = place == items.count - 1
            try put(
                Data(lines.joined(separator: Data("\n    ".utf8)), before: "    ", after: isLastItem ? "\n" : ",\n"))
        }
        try put(Data("  ]\(isLast ? "" : ",")\n".utf8))
    }

    static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}

extension Data {
    fileprivate init(_ bytes: some Sequence<UInt8>, before: String, after: String) {
        self = Data(before.utf8)
        append(contentsOf: bytes)
        append(contentsOf: after.utf8)
    }
}
