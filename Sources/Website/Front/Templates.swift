import Foundation
import Hummingbird
import Mustache

/// The pages' templates, read once at start-up.
struct Templates: Sendable {
    private let library: MustacheLibrary

    init(folder: URL) async throws {
        library = try await MustacheLibrary(directory: folder.path)
        // An unknown template or partial would render as nothing: better no start than an empty page.
        for name in Self.names(in: folder) {
            guard library.getTemplate(named: name) != nil else { throw Missing(name) }
            let text = try String(contentsOf: folder.appending(path: "\(name).mustache"), encoding: .utf8)
            for mention in text.matches(of: /{{[><]\s*([^}\s]+)\s*}}/) {
                let partial = String(mention.1)
                guard library.getTemplate(named: partial) != nil else { throw Missing(partial) }
            }
        }
    }

    /// The templates that come with this program.
    init() async throws { try await self.init(folder: Self.folder()) }

    static func folder() throws -> URL {
        guard let folder = Bundle.module.url(forResource: "Templates", withExtension: nil) else {
            throw Missing("Templates")
        }
        return folder
    }

    func render(_ page: some MustacheParent, _ template: String) throws -> String {
        guard let text = library.render(page, withTemplate: template) else { throw Missing(template) }
        return text
    }

    struct Missing: Error, CustomStringConvertible {
        let name: String
        init(_ name: String) { self.name = name }
        var description: String { "The template \(name) is missing." }
    }

    /// Every template's name: its path without the ending.
    private static func names(in folder: URL) -> [String] {
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(9)) }
    }
}
