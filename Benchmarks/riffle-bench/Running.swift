import Foundation

/// Measures with the project's folder and one of its own, which goes with the run.
func inFolders<Figures>(_ measure: (_ home: URL, _ folder: URL) async throws -> Figures) async throws -> Figures {
    let home = URL(filePath: FileManager.default.currentDirectoryPath)
    let folder = FileManager.default.temporaryDirectory.appending(path: "riffle-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await measure(home, folder)
}

extension Encodable {
    /// For programs, and for people who would rather have all of it.
    var asJSON: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
