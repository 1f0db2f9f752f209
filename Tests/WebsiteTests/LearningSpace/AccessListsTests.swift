import Storage
import Testing
import Website

/// What lists, searches, feeds and answers to programs tell of a reflection, and to whom.
struct AccessListsTests {
    /// The pages that list or find, and who may meet the reflection there. Its owner does in the shared stream too, where
    /// it says that something was said to it.
    static let lists: [(path: String, Set<AccessMatrixTests.Viewer>)] = [
        ("/space", [.owner]), ("/space?q=words", [.owner]), ("/space?tag=secret", [.owner]),
        ("/space/shares", [.owner]), ("/space/goals", [.owner]), ("/space/activities", [.owner]),
        ("/space/files", [.owner]),
        ("/space/files/new?reflection=REFLECTION", [.owner]),
        ("/space/export/json", [.owner]), ("/space/export/pack", [.owner]), ("/space/export", []),
        ("/space/import", []),
        ("/space/export/markdown", [.owner]),
        ("/space/goals/new?reflection=REFLECTION", [.owner]),
        ("/shared", [.owner, .named, .everyMember, .inGroup]),
        ("/shared?group=GROUP", [.owner, .named, .everyMember, .inGroup]),
        ("/shared?topic=careers", [.owner]), ("/space/groups", []), ("/", []), ("/questions?q=evening", []),
        ("/questions/feed.atom", []),
        ("/questions/index.json", []), ("/sitemap.xml", []), ("/opportunities?q=evening", []),
        ("/api/opportunities?q=evening", []), ("/account", []),
    ]

    @Test(arguments: AccessMatrixTests.Viewer.allCases)
    func `no list, feed, search or answer to a program tells of it to others`(
        viewer: AccessMatrixTests.Viewer
    ) async throws {
        try await withSite { test in
            let scene = try await AccessMatrixTests.Scene(test, for: viewer)
            for (path, readers) in Self.lists {
                let path = path.replacing("REFLECTION", with: scene.reflection.description)
                    .replacing("GROUP", with: scene.group.description)
                let reply = try await scene.browser.request("GET", path)
                #expect(reply.status < 400, "\(viewer) \(path): \(reply.status)")
                #expect(
                    reply.text.contains("An evening to remember") == readers.contains(viewer), "\(viewer) \(path)")
                #expect(
                    viewer == .owner || !reply.text.contains("words-of-"), "\(viewer) \(path) shows words")
            }
        }
    }
}
