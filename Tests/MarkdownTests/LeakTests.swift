import Foundation
import Testing

@testable import Markdown

struct LeakTests {
    /// A passage's tree takes some megabytes: were it kept, 150 readings would take over 300. Other tests run beside.
    @Test func `reading frees every node and iterator`() throws {
        let text = String(repeating: "> - **a** *b* `c` d\n\n", count: 2_000) + "![d *e*](f)"
        for _ in 0..<5 { _ = Passage(text) }
        let before = try resident()
        for _ in 0..<150 { _ = Passage(text) }
        #expect(try resident() - before < 200_000_000)
    }

    /// Bytes of this process in memory.
    private func resident() throws -> Int {
        let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return (Int(pages[1]) ?? 0) * 4_096
    }
}
